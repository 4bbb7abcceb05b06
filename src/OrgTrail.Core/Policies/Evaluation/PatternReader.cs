namespace OrgTrail.Policies;

/// <summary>Reads values of a policy: wildcards, and policy variables where the policy's version has them.</summary>
/// <remarks>IAM user guide, "IAM policy elements: Variables and tags".</remarks>
internal sealed class PatternReader(RequestContext context, bool knowsVariables)
{
    // No text of a policy or a request contains this noncharacter, so nothing literal equals it.
    private const char NoCharacter = '\uFFFF';

    /// <summary>Reads one value.</summary>
    /// <param name="text">The value as it is written.</param>
    /// <param name="wildcards">Whether <c>*</c> and <c>?</c> are wildcards, as in <c>StringLike</c> and resources.</param>
    /// <param name="ignoreCase">Whether the match ignores case.</param>
    internal Pattern Read(string text, bool wildcards, bool ignoreCase = false)
    {
        var tokens = new List<GlobToken>(text.Length);
        var guessed = false;
        var lastEnd = knowsVariables ? text.LastIndexOf('}') : -1;
        for (var i = 0; i < text.Length; i++)
        {
            var end = i < lastEnd && text.AsSpan(i).StartsWith("${") ? text.IndexOf('}', i) : -1;
            if (end < 0)
            {
                tokens.Add(wildcards ? Glob.Token(text[i]) : GlobToken.Of(text[i]));
                continue;
            }

            if (Value(text[(i + 2)..end]) is not { } value)
            {
                return new Pattern(null, false);
            }

            tokens.AddRange(value.Tokens);
            guessed |= value.Guessed;
            i = end;
        }

        return new Pattern(new Glob(tokens, ignoreCase), guessed);
    }

    // The tokens that a variable stands for: always plain characters, since IAM does not look for wildcards in values.
    // Null for a variable without a value.
    private (IEnumerable<GlobToken> Tokens, bool Guessed)? Value(string variable)
    {
        if (variable is "*" or "?" or "$")
        {
            return (Literally(variable), false);
        }

        var parts = variable.Split(',', 2);
        var known = context[parts[0].Trim()];
        var fallback = parts.Length > 1 ? parts[1].Trim().Trim('\'') : null;
        return known.Possibilities switch
        {
            [null] => fallback is null ? null : (Literally(fallback), false),
            [[{ Literal: { } literal }]] when !known.IsMultivalued => (Literally(literal), false),
            _ when known.NeverNamed && fallback is null => (Literally(NoCharacter.ToString()), false),
            _ => ([GlobToken.AnyNumber], true),
        };
    }

    private static IEnumerable<GlobToken> Literally(string text) => text.Select(GlobToken.Of);
}
