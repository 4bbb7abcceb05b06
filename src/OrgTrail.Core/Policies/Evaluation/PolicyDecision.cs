namespace OrgTrail.Policies;

/// <summary>What a policy says to a request, statement by statement.</summary>
/// <param name="Outcomes">What each statement says, in the policy's order.</param>
internal sealed record PolicyDecision(IReadOnlyList<StatementOutcome> Outcomes)
{
    /// <summary>Whether a statement allows the request, leaving denials aside.</summary>
    internal Truth Allowed { get; } = Truths.Any(Outcomes.Where(outcome => outcome.Statement.Allows).Select(outcome => outcome.Applies));

    /// <summary>Whether a statement denies the request.</summary>
    internal Truth Denied { get; } = Truths.Any(Outcomes.Where(outcome => !outcome.Statement.Allows).Select(outcome => outcome.Applies));

    /// <summary>Whether the request goes through.</summary>
    internal Truth Granted => Truths.All([Allowed, Truths.Not(Denied)]);
}
