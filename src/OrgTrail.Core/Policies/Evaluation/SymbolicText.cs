using System.Collections.Immutable;

namespace OrgTrail.Policies;

/// <summary>
/// A text with holes: stands for all texts that fill them. <c>…/AWSLogs/o-exampleorgid/‹account›/CloudTrail/…</c> is the
/// key of every log file, whichever the account, so that one match decides for all.
/// </summary>
internal sealed class SymbolicText
{
    private SymbolicText(ImmutableArray<Symbol> symbols) => Symbols = symbols;

    /// <summary>Any text at all.</summary>
    internal static SymbolicText Anything { get; } = Hole("anything", _ => true);

    /// <summary>A text that nobody but AWS knows: equal to none that stands in a policy, and only matched by wildcards.</summary>
    internal static SymbolicText Foreign { get; } = Hole("a value of others", _ => false, minimum: 1);

    internal ImmutableArray<Symbol> Symbols { get; }

    /// <summary>The text, when it has no holes.</summary>
    internal string? Literal => Symbols.All(symbol => symbol.Literal is not null) ? string.Concat(Symbols.Select(symbol => symbol.Literal)) : null;

    /// <summary>Whether wildcards are all that ever matches this text.</summary>
    internal bool IsForeign => ReferenceEquals(this, Foreign);

    public static SymbolicText operator +(SymbolicText left, SymbolicText right) => new(left.Symbols.AddRange(right.Symbols));

    public static implicit operator SymbolicText(string text) => new([.. text.Select(Symbol.Of)]);

    /// <summary>A hole for at least <paramref name="minimum"/> characters of a sort, and as many more as it likes.</summary>
    internal static SymbolicText Hole(string name, Func<char, bool> canBe, int minimum = 0) =>
        new([.. Enumerable.Repeat(Symbol.Hole("", canBe, false), minimum), Symbol.Hole($"<{name}>", canBe, true)]);

    /// <summary>A hole for a fixed number of characters of a sort.</summary>
    internal static SymbolicText Exactly(int count, string name, Func<char, bool> canBe) =>
        new([Symbol.Hole($"<{name}>", canBe, false), .. Enumerable.Repeat(Symbol.Hole("", canBe, false), count - 1)]);

    /// <summary>The text with its holes named.</summary>
    public override string ToString() => string.Concat(Symbols.Select(symbol => symbol.Name));

    /// <summary>The parts between the first <paramref name="count"/> - 1 colons; fewer when there are fewer colons.</summary>
    internal IReadOnlyList<SymbolicText> SplitAtColons(int count)
    {
        var parts = new List<SymbolicText>();
        var start = 0;
        for (var i = 0; i < Symbols.Length && parts.Count < count - 1; i++)
        {
            if (Symbols[i].Literal == ':')
            {
                parts.Add(new SymbolicText(Symbols[start..i]));
                start = i + 1;
            }
        }

        parts.Add(new SymbolicText(Symbols[start..]));
        return parts;
    }
}
