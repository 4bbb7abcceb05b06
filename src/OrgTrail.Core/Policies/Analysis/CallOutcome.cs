namespace OrgTrail.Policies;

/// <summary>What one statement says to one request of one call.</summary>
/// <param name="Call">The call's name.</param>
/// <param name="Request">The request.</param>
/// <param name="Decision">What the whole policy says to the request.</param>
/// <param name="Outcome">What the statement says to it.</param>
internal sealed record CallOutcome(string Call, TrailRequest Request, PolicyDecision Decision, StatementOutcome Outcome)
{
    /// <summary>Whether the statement could change the verdict: an Allow cannot where another one lets CloudTrail in for certain.</summary>
    internal bool Matters => !Outcome.Statement.Allows || Decision.Allowed != Truth.True;

    /// <summary>Everything that every statement says, by statement, in the policy's order.</summary>
    internal static IEnumerable<IGrouping<int, CallOutcome>> ByStatement(IEnumerable<CallDecision> calls) =>
        (from call in calls
         from request in call.Requests
         from outcome in request.Decision.Outcomes
         select new CallOutcome(call.Name, request.Request, request.Decision, outcome))
        .GroupBy(said => said.Outcome.Statement.Index)
        .OrderBy(group => group.Key);
}
