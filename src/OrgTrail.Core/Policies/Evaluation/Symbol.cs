namespace OrgTrail.Policies;

/// <summary>A piece of a text that is only known in part: a character, or a hole for characters of a sort.</summary>
/// <param name="Name">How the piece is shown: the character itself, or what fills the hole.</param>
/// <param name="CanBe">Which characters may stand there.</param>
/// <param name="Repeats">Whether any number of such characters stands there, none included.</param>
/// <param name="Literal">The character, when it is known.</param>
internal sealed record Symbol(string Name, Func<char, bool> CanBe, bool Repeats, char? Literal)
{
    private static readonly Symbol[] Ascii = [.. Enumerable.Range(0, 128).Select(c => New((char)c))];

    internal static Symbol Of(char c) => c < Ascii.Length ? Ascii[c] : New(c);

    internal static Symbol Hole(string name, Func<char, bool> canBe, bool repeats) => new(name, canBe, repeats, null);

    private static Symbol New(char c) => new(c.ToString(), other => other == c, false, c);
}
