namespace OrgTrail.Policies;

/// <summary>What a statement says to a request.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Addresses">Whether principal, action and resource are those of the request.</param>
/// <param name="Reach">How many of the request's resources are meant.</param>
/// <param name="Conditions">What became of each condition; empty for a statement that does not address the request.</param>
/// <param name="Doubt">What is uncertain beside the conditions; <see langword="null"/> when nothing is.</param>
internal sealed record StatementOutcome(
    Statement Statement,
    Truth Addresses,
    PatternCoverage Reach,
    IReadOnlyList<ConditionOutcome> Conditions,
    string? Doubt)
{
    /// <summary>
    /// Whether the statement has its effect. An Allow must reach all resources that the request stands for, a Deny harms
    /// when it reaches some.
    /// </summary>
    internal Truth Applies { get; } = Statement.Allows && Reach != PatternCoverage.All
        ? Truth.False
        : Truths.All([Addresses, .. Conditions.Select(condition => condition.Holds)]);

    /// <summary>The conditions that decide, in words.</summary>
    internal string Reason(Truth holds)
    {
        var decisive = Conditions.Where(condition => condition.Holds == holds).Select(condition => condition.ToString());
        var all = string.Join("; ", Doubt is null || holds != Truth.Uncertain ? decisive : [Doubt, .. decisive]);
        return all.Length == 0 ? "it has no condition" : all;
    }
}
