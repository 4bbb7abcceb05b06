namespace OrgTrail.Policies;

/// <summary>
/// Finds what a policy leaves open for CloudTrail, and Allow statements that are meant for it and never apply to it. Only
/// what could change the verdict counts.
/// </summary>
internal static class Doubts
{
    internal static IReadOnlyList<PolicyFinding> Find(IEnumerable<CallDecision> calls) =>
    [
        .. from statement in CallOutcome.ByStatement(calls)
           from message in statement.Where(said => said.Matters).SelectMany(Messages).Distinct()
           select new PolicyFinding(statement.Key, statement.First().Outcome.Statement.Sid, message),
    ];

    private static IEnumerable<string> Messages(CallOutcome said)
    {
        var outcome = said.Outcome;
        if (outcome.Applies == Truth.Uncertain)
        {
            yield return outcome.Statement.Allows
                ? $"whether this statement lets CloudTrail in is uncertain: {outcome.Reason(Truth.Uncertain)}."
                : $"whether this statement denies CloudTrail is uncertain: {outcome.Reason(Truth.Uncertain)}.";
        }
        else if (outcome.Statement.Allows && outcome.Addresses != Truth.False && NamesService(outcome.Statement))
        {
            foreach (var condition in outcome.Conditions.Where(condition => condition.NeverResolves))
            {
                yield return $"this statement never lets CloudTrail in: {condition}.";
            }
        }
    }

    // A statement for everybody under a condition that no service meets is for people, and certain.
    private static bool NamesService(Statement statement) =>
        statement.Principals.Items.Contains(new Principal(Principal.Service, TrailCaller.Service));
}
