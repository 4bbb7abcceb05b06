using System.Collections.Immutable;

namespace OrgTrail.Policies;

/// <summary>A pattern with <c>*</c> and <c>?</c>, and how it relates to all the texts that a <see cref="SymbolicText"/> stands for.</summary>
/// <remarks>
/// Whoever may write a policy chooses its patterns, so the work is bounded: a row of stars is one, a pattern that takes more
/// characters than a known text has is not tried on it, and of a text with holes only what its ends leave open is walked
/// through (<see cref="GlobWalk"/>).
/// </remarks>
internal sealed class Glob
{
    private readonly GlobToken[] _tokens;
    private readonly bool _ignoreCase;
    private readonly int _shortest;

    internal Glob(ReadOnlySpan<GlobToken> tokens, bool ignoreCase = false)
    {
        (_tokens, _ignoreCase) = (OneStarInARow(tokens), ignoreCase);
        foreach (var token in _tokens) _shortest += token.Many ? 0 : 1;
    }

    /// <summary>The parts of a pattern of ARNs; fewer than six when it has fewer colons.</summary>
    internal IReadOnlyList<Glob> ArnParts => field ??= SplitAtColons(SymbolicText.MostArnParts);

    /// <summary>A pattern in which every <c>*</c> and <c>?</c> is a wildcard.</summary>
    internal static Glob Parse(string text, bool ignoreCase = false)
    {
        var tokens = new GlobToken[text.Length];
        for (var i = 0; i < tokens.Length; i++) tokens[i] = Token(text[i]);
        return new(tokens, ignoreCase);
    }

    internal static GlobToken Token(char c) => c switch
    {
        '*' => GlobToken.AnyNumber,
        '?' => GlobToken.AnyOne,
        _ => GlobToken.Of(c),
    };

    /// <summary>True when the pattern matches every text, False when it matches none, Uncertain when it matches some.</summary>
    internal Truth Match(SymbolicText text) =>
        text.Literal is { } literal ? Truths.Of(Matches(literal)) : Match(text.Symbols);

    /// <summary>Whether the pattern matches a text that is known.</summary>
    internal bool Matches(string text)
    {
        if (text.Length < _shortest) return false;
        var (state, at) = (0, 0);
        var (behindStar, resumed) = (-1, 0);
        while (at < text.Length)
        {
            if (state < _tokens.Length && _tokens[state].Many)
            {
                (behindStar, resumed) = (++state, at);
            }
            else if (state < _tokens.Length && _tokens[state].Meets(text[at], _ignoreCase))
            {
                (state, at) = (state + 1, at + 1);
            }
            else if (behindStar >= 0)
            {
                // The last star takes in one character more; stars before it need not.
                (state, at) = (behindStar, ++resumed);
            }
            else
            {
                return false;
            }
        }

        return state == _tokens.Length || (state == _tokens.Length - 1 && _tokens[state].Many);
    }

    // What stands at the ends, before the first and behind the last of stars and of holes for any number of characters, can
    // only meet what stands there in the other. Most patterns are decided by that.
    private Truth Match(ImmutableArray<Symbol> symbols)
    {
        var (first, last) = (0, _tokens.Length);
        var (start, end) = (0, symbols.Length);
        var covered = true;
        for (; first < last && start < end && !_tokens[first].Many && !symbols[start].Repeats; first++, start++)
        {
            if (!_tokens[first].Meets(symbols[start], _ignoreCase)) return Truth.False;
            covered &= !_tokens[first].IsLiteral || symbols[start].Literal is not null;
        }

        for (; first < last && start < end && !_tokens[last - 1].Many && !symbols[end - 1].Repeats; last--, end--)
        {
            if (!_tokens[last - 1].Meets(symbols[end - 1], _ignoreCase)) return Truth.False;
            covered &= !_tokens[last - 1].IsLiteral || symbols[end - 1].Literal is not null;
        }

        if (last - first == 1 && _tokens[first].Many) return covered ? Truth.True : Truth.Uncertain;
        var walk = new GlobWalk(_tokens.AsSpan(first, last - first), _ignoreCase);
        return covered && walk.Covers(symbols.AsSpan(start, end - start)) ? Truth.True
            : walk.Meets(symbols.AsSpan(start, end - start)) ? Truth.Uncertain
            : Truth.False;
    }

    private List<Glob> SplitAtColons(int count)
    {
        var parts = new List<Glob>();
        var start = 0;
        for (var i = 0; i < _tokens.Length && parts.Count < count - 1; i++)
        {
            if (_tokens[i].Code == ':')
            {
                parts.Add(new Glob(_tokens.AsSpan(start, i - start), _ignoreCase));
                start = i + 1;
            }
        }

        parts.Add(new Glob(_tokens.AsSpan(start), _ignoreCase));
        return parts;
    }

    private static GlobToken[] OneStarInARow(ReadOnlySpan<GlobToken> tokens)
    {
        var kept = new GlobToken[tokens.Length];
        var count = 0;
        foreach (var token in tokens)
        {
            if (!token.Many || count == 0 || !kept[count - 1].Many) kept[count++] = token;
        }

        return count == kept.Length ? kept : kept[..count];
    }
}
