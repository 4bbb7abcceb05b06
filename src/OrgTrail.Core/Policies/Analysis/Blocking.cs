namespace OrgTrail.Policies;

/// <summary>Finds the Deny statements that keep CloudTrail out.</summary>
internal static class Blocking
{
    internal static IReadOnlyList<BlockingStatement> Find(IEnumerable<CallDecision> calls) =>
    [
        .. from statement in CallOutcome.ByStatement(calls)
           let blocked = statement.Where(said => !said.Outcome.Statement.Allows && said.Outcome.Applies == Truth.True).ToArray()
           where blocked.Length > 0
           select new BlockingStatement(
               statement.Key,
               blocked[0].Outcome.Statement.Sid,
               string.Join("; ", Reasons(blocked, [.. statement])),
               blocked.Select(said => said.Call).Distinct().ToArray()),
    ];

    // One reason for all requests reads best without naming them; several need the names.
    private static IEnumerable<string> Reasons(IReadOnlyList<CallOutcome> blocked, IReadOnlyList<CallOutcome> all)
    {
        var reasons = blocked.GroupBy(said => said.Outcome.Reason(Truth.True)).ToArray();
        foreach (var reason in reasons)
        {
            var subjects = reason.Select(said => said.Request.Subject).Distinct().ToArray();
            var others = all.Any(said => said.Outcome.Applies != Truth.True && blocked.Any(b => b.Call == said.Call));
            var some = reason.Any(said => said.Outcome.Reach == PatternCoverage.Some) ? "only some keys; " : "";
            yield return reasons.Length > 1 || others ? $"{some}{reason.Key} (for {string.Join(" and ", subjects)})" : some + reason.Key;
        }
    }
}
