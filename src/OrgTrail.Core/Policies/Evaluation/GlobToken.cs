namespace OrgTrail.Policies;

/// <summary>A piece of a pattern: a character, or one of the two wildcards.</summary>
/// <param name="Literal">The character; <see langword="null"/> for a wildcard.</param>
/// <param name="Many">Whether the wildcard stands for any number of characters (<c>*</c>) instead of one (<c>?</c>).</param>
internal readonly record struct GlobToken(char? Literal, bool Many)
{
    internal static GlobToken AnyNumber { get; } = new(null, true);

    internal static GlobToken AnyOne { get; } = new(null, false);

    internal static GlobToken Of(char c) => new(c, false);
}
