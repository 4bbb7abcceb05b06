namespace OrgTrail.Policies;

/// <summary>A pattern with <c>*</c> and <c>?</c>, and how it relates to all the texts that a <see cref="SymbolicText"/> stands for.</summary>
/// <remarks>
/// Whoever may write a policy chooses its patterns, so the work is bounded: a row of stars is one, and of all the places
/// that a match can have reached only those from its last star on count. A known text takes about as many steps as it and
/// the pattern are long, a text with holes that many times the number of its holes.
/// </remarks>
internal sealed class Glob
{
    private readonly GlobToken[] _tokens;
    private readonly bool _ignoreCase;

    internal Glob(IEnumerable<GlobToken> tokens, bool ignoreCase = false) => (_tokens, _ignoreCase) = (OneStarInARow(tokens), ignoreCase);

    /// <summary>A pattern in which every <c>*</c> and <c>?</c> is a wildcard.</summary>
    internal static Glob Parse(string text, bool ignoreCase = false) => new(text.Select(Token), ignoreCase);

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
        for (var i = 0; i < _tokens.Length && parts.Count < count - 1; i++)
        {
            if (_tokens[i].Literal == ':')
            {
                parts.Add(new Glob(_tokens[start..i], _ignoreCase));
                start = i + 1;
            }
        }

        parts.Add(new Glob(_tokens[start..], _ignoreCase));
        return parts;
    }

    private static GlobToken[] OneStarInARow(IEnumerable<GlobToken> tokens)
    {
        var kept = new List<GlobToken>();
        foreach (var token in tokens)
        {
            if (!token.Many || kept.Count == 0 || !kept[^1].Many)
            {
                kept.Add(token);
            }
        }

        return [.. kept];
    }

    // Whether the character of the text may be the one in the pattern.
    private bool Meets(GlobToken token, Symbol symbol) =>
        token.Literal is not { } c || CanBe(symbol, c) || (_ignoreCase && (CanBe(symbol, char.ToLowerInvariant(c)) || CanBe(symbol, char.ToUpperInvariant(c))));

    private static bool CanBe(Symbol symbol, char c) => symbol.Literal is { } known ? known == c : symbol.CanBe(c);

    // Whether it is that one for certain.
    private bool Covers(GlobToken token, Symbol symbol) =>
        !symbol.Repeats && (token.Literal is null || (symbol.Literal is not null && Meets(token, symbol)));

    private bool MatchesSome(SymbolicText text) => Walk(text, symbol => symbol.Repeats, Meets);

    private bool MatchesAll(SymbolicText text) => Walk(text, _ => false, Covers);

    // Keeps the states of the pattern: state i, in rising order, means that the first i tokens can stand for what was read.
    private bool Walk(SymbolicText text, Func<Symbol, bool> isAnyNumber, Func<GlobToken, Symbol, bool> fits)
    {
        List<int> states = [], next = [];
        Enter(states, 0);
        foreach (var symbol in text.Symbols)
        {
            next.Clear();
            if (isAnyNumber(symbol))
            {
                ReadAnyNumber(states, symbol, next);
            }
            else
            {
                ReadOne(states, symbol, fits, next);
            }

            if (next.Count == 0)
            {
                return false;
            }

            (states, next) = (next, states);
        }

        return states[^1] == _tokens.Length;
    }

    private void ReadOne(List<int> states, Symbol symbol, Func<GlobToken, Symbol, bool> fits, List<int> next)
    {
        foreach (var state in states)
        {
            if (state == _tokens.Length)
            {
                continue;
            }

            if (_tokens[state].Many)
            {
                Enter(next, state);
            }
            else if (fits(_tokens[state], symbol))
            {
                Enter(next, state + 1);
            }
        }
    }

    // None of the characters leaves the states as they are; each one more may lead one token further.
    private void ReadAnyNumber(List<int> states, Symbol symbol, List<int> next)
    {
        var reached = false;
        var known = 0;
        for (var state = states[0]; state <= _tokens.Length && (reached || known < states.Count); state++)
        {
            if (known < states.Count && states[known] == state)
            {
                reached = true;
                known++;
            }

            if (reached)
            {
                Enter(next, state);
            }

            reached = reached && state < _tokens.Length && (_tokens[state].Many || Meets(_tokens[state], symbol));
        }
    }

    // A state, and the one behind the star that it stands before. Whatever is left of the text, a star takes it in as well
    // as all that stands before the star could: states before it are done with.
    private void Enter(List<int> states, int state)
    {
        if (state < _tokens.Length && _tokens[state].Many)
        {
            states.Clear();
            states.Add(state);
            state++;
        }

        if (states.Count == 0 || states[^1] < state)
        {
            states.Add(state);
        }
    }
}
