namespace OrgTrail.Policies;

/// <summary>A piece of a pattern: a character, or one of the two wildcards.</summary>
/// <param name="Code">The character, or a negative number for a wildcard.</param>
internal readonly record struct GlobToken(int Code)
{
    internal static GlobToken AnyNumber { get; } = new(-1);

    internal static GlobToken AnyOne { get; } = new(-2);

    /// <summary>Whether it stands for any number of characters (<c>*</c>), none included.</summary>
    internal bool Many => Code == -1;

    /// <summary>Whether it is a character, and no wildcard.</summary>
    internal bool IsLiteral => Code >= 0;

    internal static GlobToken Of(char c) => new(c);

    /// <summary>Whether a character may stand where this one does.</summary>
    internal bool Meets(char known, bool ignoreCase) =>
        !IsLiteral || known == Code || (ignoreCase && (known == char.ToLowerInvariant((char)Code) || known == char.ToUpperInvariant((char)Code)));

    /// <summary>Whether a character of a text that is known in part may be the one here.</summary>
    internal bool Meets(Symbol symbol, bool ignoreCase) => symbol.Literal is { } known ? Meets(known, ignoreCase) : !IsLiteral || Fills(symbol, (char)Code, ignoreCase);

    private static bool Fills(Symbol hole, char c, bool ignoreCase) =>
        hole.CanBe(c) || (ignoreCase && (hole.CanBe(char.ToLowerInvariant(c)) || hole.CanBe(char.ToUpperInvariant(c))));
}
