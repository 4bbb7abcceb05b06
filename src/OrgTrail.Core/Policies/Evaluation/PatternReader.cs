using System.Runtime.InteropServices;

namespace OrgTrail.Policies;

/// <summary>Reads values of a policy: wildcards, and policy variables where the policy's version has them.</summary>
/// <remarks>IAM user guide, "IAM policy elements: Variables and tags".</remarks>
/// <param name="context">The request whose values variables stand for.</param>
/// <param name="knowsVariables">Whether the policy's version has variables.</param>
/// <param name="cache">What was read of the same statement before; <see langword="null"/> where nothing is read twice.</param>
internal sealed class PatternReader(RequestContext context, bool knowsVariables, PatternCache? cache = null)
{
    // No text of a policy or a request contains this noncharacter, so nothing literal equals it.
    private const char NoCharacter = '\uFFFF';
    private const string Opening = "${";

    /// <summary>Reads one value.</summary>
    /// <param name="text">The value as it is written.</param>
    /// <param name="wildcards">Whether <c>*</c> and <c>?</c> are wildcards, as in <c>StringLike</c> and resources.</param>
    /// <param name="ignoreCase">Whether the match ignores case.</param>
    internal Pattern Read(string text, bool wildcards, bool ignoreCase = false) =>
        knowsVariables && text.Contains(Opening, StringComparison.Ordinal) ? Fill(text, wildcards, ignoreCase)
            : cache is null ? Plain(text, wildcards, ignoreCase)
            : cache.Get(text, wildcards, ignoreCase, Plain);

    private static Pattern Plain(string text, bool wildcards, bool ignoreCase)
    {
        var tokens = new List<GlobToken>(text.Length);
        Add(tokens, text, wildcards);
        return new Pattern(new Glob(CollectionsMarshal.AsSpan(tokens), ignoreCase), false);
    }

    private Pattern Fill(string text, bool wildcards, bool ignoreCase)
    {
        var tokens = new List<GlobToken>(text.Length);
        var guessed = false;
        var read = 0;
        while (Next(text, read) is var (start, end))
        {
            Add(tokens, text.AsSpan(read, start - read), wildcards);
            if (Value(text[(start + Opening.Length)..end]) is not { } value) return new Pattern(null, false);
            if (value.Literal is { } literal) Add(tokens, literal, wildcards: false);
            else tokens.Add(GlobToken.AnyNumber);
            guessed |= value.Literal is null;
            read = end + 1;
        }

        Add(tokens, text.AsSpan(read), wildcards);
        return new Pattern(new Glob(CollectionsMarshal.AsSpan(tokens), ignoreCase), guessed);
    }

    // Where the next variable opens and where it is closed; null when no more is.
    private static (int Start, int End)? Next(string text, int from)
    {
        var start = text.IndexOf(Opening, from, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('}', start);
        return end < 0 ? null : (start, end);
    }

    private static void Add(List<GlobToken> tokens, ReadOnlySpan<char> text, bool wildcards)
    {
        foreach (var c in text) tokens.Add(wildcards ? Glob.Token(c) : GlobToken.Of(c));
    }

    // The text that a variable stands for: always plain characters, since IAM does not look for wildcards in values. Without a
    // literal, a wildcard stands in for what is not known. Null for a variable without a value.
    private Filling? Value(string variable)
    {
        if (variable is "*" or "?" or "$")
        {
            return new(variable);
        }

        var parts = variable.Split(',', 2);
        var known = context[parts[0].Trim()];
        var fallback = parts.Length > 1 ? parts[1].Trim().Trim('\'') : null;
        return known.Possibilities switch
        {
            [null] => fallback is null ? null : new(fallback),
            [[{ Literal: { } literal }]] when !known.IsMultivalued => new(literal),
            _ when known.NeverNamed && fallback is null => new(NoCharacter.ToString()),
            _ => new Filling(null),
        };
    }

    private readonly record struct Filling(string? Literal);
}
