using System.Collections.Immutable;

namespace OrgTrail.Policies;

/// <summary>
/// A text with holes: stands for all texts that fill them. <c>…/AWSLogs/o-exampleorgid/‹account›/CloudTrail/…</c> is the
/// key of every log file, whichever the account, so that one match decides for all.
/// </summary>
internal sealed class SymbolicText
{
    /// <summary>The parts of an ARN: its last one may have colons of its own.</summary>
    internal const int MostArnParts = 6;

    private ImmutableArray<Symbol> _symbols;

    private SymbolicText(string literal) => Literal = literal;

    private SymbolicText(ImmutableArray<Symbol> symbols)
    {
        _symbols = symbols;
        Literal = symbols.All(symbol => symbol.Literal is not null) ? string.Concat(symbols.Select(symbol => symbol.Name)) : null;
    }

    /// <summary>Any text at all.</summary>
    internal static SymbolicText Anything { get; } = Hole("anything", _ => true);

    /// <summary>A text that nobody but AWS knows: equal to none that stands in a policy, and only matched by wildcards.</summary>
    internal static SymbolicText Foreign { get; } = Hole("a value of others", _ => false, minimum: 1);

    internal ImmutableArray<Symbol> Symbols => _symbols.IsDefault ? _symbols = [.. Literal!.Select(Symbol.Of)] : _symbols;

    /// <summary>The text, when it has no holes.</summary>
    internal string? Literal { get; }

    /// <summary>The parts of an ARN; fewer than six when there are fewer colons.</summary>
    internal IReadOnlyList<SymbolicText> ArnParts => field ??= SplitAtColons(MostArnParts);

    /// <summary>Whether wildcards are all that ever matches this text.</summary>
    internal bool IsForeign => ReferenceEquals(this, Foreign);

    public static SymbolicText operator +(SymbolicText left, SymbolicText right) =>
        (left.Literal, right.Literal) is ({ } first, { } second) ? new(first + second) : new(left.Symbols.AddRange(right.Symbols));

    public static implicit operator SymbolicText(string text) => new(text);

    /// <summary>A hole for at least <paramref name="minimum"/> characters of a sort, and as many more as it likes.</summary>
    internal static SymbolicText Hole(string name, Func<char, bool> canBe, int minimum = 0) =>
        new([.. Enumerable.Repeat(Symbol.Hole("", canBe, false), minimum), Symbol.Hole($"<{name}>", canBe, true)]);

    /// <summary>A hole for a fixed number of characters of a sort.</summary>
    internal static SymbolicText Exactly(int count, string name, Func<char, bool> canBe) =>
        new([Symbol.Hole($"<{name}>", canBe, false), .. Enumerable.Repeat(Symbol.Hole("", canBe, false), count - 1)]);

    /// <summary>The text with its holes named.</summary>
    public override string ToString() => Literal ?? string.Concat(Symbols.Select(symbol => symbol.Name));

    private List<SymbolicText> SplitAtColons(int count)
    {
        if (Literal is { } literal) return [.. literal.Split(':', count).Select(part => new SymbolicText(part))];
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
