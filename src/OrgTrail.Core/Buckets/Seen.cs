namespace OrgTrail.Buckets;

/// <summary>A setting as it was read, or why it could not be. What cannot be seen is unknown, which is not the same as unset.</summary>
/// <param name="Value">The setting; <see langword="null"/> when nobody has set it, and when it is unknown.</param>
/// <param name="Refusal">Why it is unknown; <see langword="null"/> when it is known.</param>
internal readonly record struct Seen<T>(T? Value, Problem? Refusal = null)
    where T : class
{
    /// <summary>Whether it is known.</summary>
    public bool IsKnown => Refusal is null;
}
