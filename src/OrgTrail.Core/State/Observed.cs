namespace OrgTrail.State;

/// <summary>Something as it was read, or why it could not be. What cannot be seen is unknown, which is not the same as unset.</summary>
/// <param name="Value">What was read; <see langword="null"/> when there is none, and when it is unknown.</param>
/// <param name="Refusal">Why it is unknown, with the permission that is missing as the advice; <see langword="null"/> when it is known.</param>
public readonly record struct Observed<T>(T? Value, Problem? Refusal = null)
{
    /// <summary>Whether it is known.</summary>
    public bool IsKnown => Refusal is null;
}
