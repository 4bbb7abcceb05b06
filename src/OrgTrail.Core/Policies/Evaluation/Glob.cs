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

    private bool MatchesSome(SymbolicText text) => Walk(text, symbol => symbol.Repeats, Meets);

    private bool MatchesAll(SymbolicText text) => Walk(text, _ => false, Covers);

    // Keeps the states of the pattern: state i, in rising order, means that the first i tokens can stand for what was read.
    private bool Walk(SymbolicText text, Func<Symbol, bool> isAnyNumber, Func<GlobToken, Symbol, bool> fits)
    {
        List<int> states = [];
        Enter(states, 0);
        foreach (var symbol in text.Symbols)
        {
            states = isAnyNumber(symbol) ? ReadAnyNumber(states, symbol) : ReadOne(states, symbol, fits);
            if (states.Count == 0)
            {
                return false;
            }
        }

        return states[^1] == tokens.Count;
    }

    private List<int> ReadOne(List<int> states, Symbol symbol, Func<GlobToken, Symbol, bool> fits)
    {
        var next = new List<int>(states.Count + 1);
        foreach (var state in states.Where(state => state < tokens.Count))
        {
            if (tokens[state].Many)
            {
                Enter(next, state);
            }
            else if (fits(tokens[state], symbol))
            {
                Enter(next, state + 1);
            }
        }

        return next;
    }

    // None of the characters leaves the states as they are; each one more may lead one token further.
    private List<int> ReadAnyNumber(List<int> states, Symbol symbol)
    {
        var next = new List<int>(states.Count + 1);
        var reached = false;
        for (var state = states[0]; state <= tokens.Count; state++)
        {
            reached |= states.BinarySearch(state) >= 0;
            if (reached)
            {
                next.Add(state);
            }

            reached = reached && state < tokens.Count && (tokens[state].Many || Meets(tokens[state], symbol));
        }

        return next;
    }

    // A state and those behind it that an empty * leads to.
    private void Enter(List<int> states, int state)
    {
        for (var more = true; more; state++)
        {
            if (states.Count == 0 || states[^1] < state)
            {
                states.Add(state);
            }

            more = state < tokens.Count && tokens[state].Many;
        }
    }
}
