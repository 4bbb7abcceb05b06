namespace OrgTrail.Policies;

/// <summary>Has a policy changed by one stage after the other, and writes its text once, and only when that made a difference.</summary>
internal static class PolicyMerge
{
    /// <summary>Runs a merge.</summary>
    /// <param name="kind">What the policy is attached to.</param>
    /// <param name="name">Its name, for messages; <see langword="null"/> when it is not known.</param>
    /// <param name="policy">The policy that is there. It is changed.</param>
    /// <param name="stages">Each changes the policy and tells what it did, one sentence a change.</param>
    /// <param name="remarks">Tells what of the outcome a person should know, trail by trail.</param>
    internal static MergeResult Run(
        PolicyKind kind, string? name, PolicyDocument policy, IReadOnlyList<Func<PolicyDocument, IEnumerable<string>>> stages, Func<PolicyDocument, IEnumerable<MergeRemarks>> remarks)
    {
        var changes = stages.SelectMany(stage => stage(policy)).ToArray();
        kind.RequireFits(policy, name);
        MergeRemarks[] all = [.. remarks(policy)];
        return new(changes.Length == 0 && policy.Source is { } unchanged ? unchanged : kind.Text(policy), Changed: changes.Length > 0, changes)
        {
            Document = policy,
            Denials = [.. all.SelectMany(one => one.Denials).Distinct()],
            Refusals = [.. all.SelectMany(one => one.Refusals).Distinct()],
            Suggestions = [.. all.SelectMany(one => one.Suggestions).DistinctBy(finding => finding.Index).Select(MergeRemarks.Text)],
        };
    }
}
