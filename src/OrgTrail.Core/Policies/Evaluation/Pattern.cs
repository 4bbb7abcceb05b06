namespace OrgTrail.Policies;

/// <summary>A value of a policy, with its policy variables filled in.</summary>
/// <param name="Glob">What to match; <see langword="null"/> when a variable has no value, which equals nothing.</param>
/// <param name="Guessed">Whether the value of a variable is not known and a wildcard stands in for it.</param>
internal sealed record Pattern(Glob? Glob, bool Guessed)
{
    /// <summary>Whether the value matches the texts. A match that rests on a guess is uncertain.</summary>
    internal Truth Match(SymbolicText text) => Match(glob => glob.Match(text));

    /// <summary>The same for a match of another kind.</summary>
    internal Truth Match(Func<Glob, Truth> match) => (Glob is null ? Truth.False : match(Glob)) switch
    {
        Truth.True when Guessed => Truth.Uncertain,
        var truth => truth,
    };
}
