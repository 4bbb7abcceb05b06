namespace OrgTrail.Policies;

/// <summary>A pattern with <c>*</c> and <c>?</c>, and how it relates to all the texts that a <see cref="SymbolicText"/> stands for.</summary>
internal sealed class Glob(IReadOnlyList<GlobToken> tokens, bool ignoreCase = false)
{
    /// <summary>A pattern in which every <c>*</c> and <c>?</c> is a wildcard.</summary>
    internal static Glob Parse(string text, bool ignoreCase = false) => new([.. text.Select(Token)], ignoreCase);

    internal static GlobToken Token(char c) => c switch
    {
        '*' => GlobToken.AnyNumber,
        '?' => GlobToken.AnyOne,
        _ => GlobToken.Of(c),
    };

    /// <summary>True when the pattern matches every text, False when it matches none, Uncertain when it matches some.</summary>
    internal Truth Match(SymbolicText text) =>
        MatchesAll(text) ? Truth.True : MatchesSome(text) ? Truth.Uncertain : Truth.False;

    /// <summary>The parts between the first <paramref name="count"/> - 1 colons; fewer when there are fewer colons.</summary>
    internal IReadOnlyList<Glob> SplitAtColons(int count)
    {
        var parts = new List<Glob>();
        var start = 0;
        for (var i = 0; i < tokens.Count && parts.Count < count - 1; i++)
        {
            if (tokens[i].Literal == ':')
            {
                parts.Add(new Glob([.. tokens.Skip(start).Take(i - start)], ignoreCase));
                start = i + 1;
            }
        }

        parts.Add(new Glob([.. tokens.Skip(start)], ignoreCase));
        return parts;
    }

    // Whether the character of the text may be the one in the pattern.
    private bool Meets(GlobToken token, Symbol symbol) =>
        token.Literal is not { } c || symbol.CanBe(c) || (ignoreCase && (symbol.CanBe(char.ToLowerInvariant(c)) || symbol.CanBe(char.ToUpperInvariant(c))));

    // Whether it is that one for certain.
    private bool Covers(GlobToken token, Symbol symbol) =>
        !symbol.Repeats && (token.Literal is null || (symbol.Literal is not null && Meets(token, symbol)));

    private bool MatchesSome(SymbolicText text)
    {
        var reached = Start();
        foreach (var symbol in text.Symbols)
        {
            if (symbol.Repeats)
            {
                ReadAnyNumber(symbol, reached);
            }
            else
            {
                reached = ReadOne(reached, token => Meets(token, symbol));
            }
        }

        return reached[^1];
    }

    private bool MatchesAll(SymbolicText text) =>
        text.Symbols.Aggregate(Start(), (reached, symbol) => ReadOne(reached, token => Covers(token, symbol)))[^1];

    // Element i says whether the first i tokens can stand for what was read so far.
    private bool[] Start()
    {
        var reached = new bool[tokens.Count + 1];
        reached[0] = true;
        return PassOverEmpty(reached);
    }

    private bool[] ReadOne(bool[] before, Func<GlobToken, bool> fits)
    {
        var after = new bool[before.Length];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Many)
            {
                after[i] |= before[i];
            }
            else
            {
                after[i + 1] = before[i] && fits(tokens[i]);
            }
        }

        return PassOverEmpty(after);
    }

    private void ReadAnyNumber(Symbol symbol, bool[] reached)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            reached[i + 1] |= reached[i] && (tokens[i].Many || Meets(tokens[i], symbol));
        }
    }

    private bool[] PassOverEmpty(bool[] reached)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            reached[i + 1] |= reached[i] && tokens[i].Many;
        }

        return reached;
    }
}
