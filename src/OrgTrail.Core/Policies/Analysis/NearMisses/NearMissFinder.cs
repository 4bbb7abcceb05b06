namespace OrgTrail.Policies;

/// <summary>Explains a call that nothing allows as a Deny is explained: by the nearest statement, and by what of it does not fit.</summary>
internal sealed class NearMissFinder(PolicyDocument policy)
{
    /// <summary>One explanation for each call that no statement allows for certain.</summary>
    internal IReadOnlyList<NearMiss> Find(IEnumerable<CallDecision> calls) =>
        [.. calls.Where(call => call.Allowed != Truth.True).Select(Nearest)];

    private NearMiss Nearest(CallDecision call)
    {
        var (request, _) = call.Requests.First(request => request.Decision.Allowed != Truth.True);
        var nearest = policy.Statements.Where(statement => statement.Allows)
            .Select(statement => StatementMisfits.Of(statement, request, policy.KnowsVariables))
            .Where(misfits => misfits.IsNear)
            .MinBy(misfits => misfits.Distance);
        if (nearest is null)
            return new(call.Name, null, null, $"none is about {request.Request.Action} by {request.Request.ServicePrincipal}.");

        var isPartial = call.Requests.Any(other => other.Decision.Allowed == Truth.True);
        return new(call.Name, nearest.Statement.Index, nearest.Statement.Sid, $"{nearest.Reason}{(isPartial ? $" (For {request.Subject}.)" : "")}");
    }
}
