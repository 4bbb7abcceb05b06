namespace OrgTrail.Policies;

/// <summary>Finds what a policy leaves open for CloudTrail, and Allow statements that never apply to it.</summary>
internal static class Doubts
{
    internal static IReadOnlyList<PolicyFinding> Find(IEnumerable<CallDecision> calls) =>
    [
        .. from statement in CallOutcome.ByStatement(calls)
           from message in statement.SelectMany(Messages).Distinct()
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
        else if (outcome.Statement.Allows && outcome.Addresses != Truth.False)
        {
            foreach (var condition in outcome.Conditions.Where(condition => condition.NeverResolves))
            {
                yield return $"this statement never lets CloudTrail in: {condition}.";
            }
        }
    }
}
