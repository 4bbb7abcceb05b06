namespace OrgTrail.Policies;

/// <summary>What became of one condition.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Why">What decided it, as a clause.</param>
/// <param name="NeverResolves">Whether it fails for every call of an AWS service, because nothing that a policy can name is ever there.</param>
internal sealed record ConditionOutcome(Condition Condition, Truth Holds, string Why, bool NeverResolves)
{
    /// <summary>The condition and what decided it.</summary>
    public override string ToString() => $"{Condition}: {Why}";
}
