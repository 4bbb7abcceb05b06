using System.Numerics;

namespace OrgTrail.Policies;

/// <summary>Leads a pattern through a text with holes, in all the ways that it can go at once.</summary>
/// <remarks>
/// State i means that the first i tokens can stand for what was read. The set of states is kept as bits, 64 in a word, so
/// that a step of the text takes a few operations for 64 tokens.
/// </remarks>
internal sealed class GlobWalk
{
    private const int Bits = 64;

    private readonly int _end;
    private readonly bool _ignoreCase;
    private readonly ulong[] _stars;
    private readonly ulong[] _singles;

    // Where the literal characters of the pattern stand: the last place of each, and for each place the one before.
    private readonly Dictionary<char, int> _lastPlaces = [];
    private readonly int[] _placesBefore;

    private readonly Dictionary<Symbol, ulong[]> _met = new(ReferenceEqualityComparer.Instance);
    private ulong[] _states;
    private ulong[] _next;

    /// <summary>Prepares a pattern in which no star follows another.</summary>
    internal GlobWalk(ReadOnlySpan<GlobToken> tokens, bool ignoreCase)
    {
        (_end, _ignoreCase, _placesBefore) = (tokens.Length, ignoreCase, new int[tokens.Length]);
        var words = (tokens.Length / Bits) + 1;
        (_stars, _singles, _states, _next) = (new ulong[words], new ulong[words], new ulong[words], new ulong[words]);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Many) Set(_stars, i);
            else if (!tokens[i].IsLiteral) Set(_singles, i);
            else Note((char)tokens[i].Code, i);
        }
    }

    /// <summary>Whether some of the texts match.</summary>
    internal bool Meets(ReadOnlySpan<Symbol> text)
    {
        Start();
        foreach (var symbol in text)
        {
            if (symbol.Repeats) ReadAnyNumber(Met(symbol));
            else ReadOne(Met(symbol));
            if (!Advance()) return false;
        }

        return IsAtEnd;
    }

    /// <summary>Whether all of the texts match: only wildcards take in a hole, and only stars one for any number of characters.</summary>
    internal bool Covers(ReadOnlySpan<Symbol> text)
    {
        Start();
        foreach (var symbol in text)
        {
            ReadOne(symbol switch { { Repeats: true } => [], { Literal: null } => _singles, _ => Met(symbol) });
            if (!Advance()) return false;
        }

        return IsAtEnd;
    }

    private bool IsAtEnd => (_states[_end / Bits] >> (_end % Bits) & 1) != 0;

    private void Note(char c, int place)
    {
        _placesBefore[place] = _lastPlaces.GetValueOrDefault(c, -1);
        _lastPlaces[c] = place;
    }

    private void Start()
    {
        Array.Clear(_states);
        _states[0] = 1 | ((_stars[0] & 1) << 1);
    }

    // The tokens for one character that may be that of the text.
    private ulong[] Met(Symbol symbol)
    {
        if (_met.TryGetValue(symbol, out var known)) return known;
        var met = (ulong[])_singles.Clone();
        foreach (var (c, last) in _lastPlaces)
        {
            if (!GlobToken.Of(c).Meets(symbol, _ignoreCase)) continue;
            for (var place = last; place >= 0; place = _placesBefore[place]) Set(met, place);
        }

        return _met[symbol] = met;
    }

    // A token for one character is left behind when it fits, a star stays, and lets what is behind it have its turn.
    private void ReadOne(ReadOnlySpan<ulong> fits)
    {
        ulong passed = 0, opened = 0;
        for (var i = 0; i < _states.Length; i++)
        {
            var leaving = fits.IsEmpty ? 0 : _states[i] & fits[i];
            var now = (_states[i] & _stars[i]) | (leaving << 1) | passed;
            var open = now & _stars[i];
            _next[i] = now | (open << 1) | opened;
            (passed, opened) = (leaving >> (Bits - 1), open >> (Bits - 1));
        }
    }

    // None of the characters leaves the states as they are, each one more may lead one token further: from each state through
    // the row of tokens that fit to the first that does not, as a carry runs through a row of ones in an addition.
    private void ReadAnyNumber(ulong[] fits)
    {
        ulong carry = 0;
        for (var i = 0; i < _states.Length; i++)
        {
            var row = fits[i] | _stars[i];
            var sum = UInt128.CreateTruncating(row) + (_states[i] & row) + carry;
            _next[i] = ((ulong)sum ^ row) | _states[i];
            carry = (ulong)(sum >> Bits);
        }
    }

    // Whatever is left of the text, a star takes it in as well as all that stands before the star could: states before the
    // last star that was reached are done with. False when no state is left.
    private bool Advance()
    {
        (_states, _next) = (_next, _states);
        for (var i = _states.Length - 1; i >= 0; i--)
        {
            if ((_states[i] & _stars[i]) is 0) continue;
            var last = Bits - 1 - BitOperations.LeadingZeroCount(_states[i] & _stars[i]);
            _states[i] &= ulong.MaxValue << last;
            Array.Clear(_states, 0, i);
            return true;
        }

        return _states.AsSpan().ContainsAnyExcept(0UL);
    }

    private static void Set(ulong[] bits, int place) => bits[place / Bits] |= 1UL << (place % Bits);
}
