namespace OrgTrail.Policies;

/// <summary>Reads a policy, has it changed, and writes it only when that made a difference.</summary>
internal static class PolicyMerge
{
    /// <summary>Runs a merge.</summary>
    /// <param name="kind">What the policy is attached to.</param>
    /// <param name="name">Its name, for messages; <see langword="null"/> when it is not known.</param>
    /// <param name="existing">The policy that is there; <see langword="null"/> or blank for none.</param>
    /// <param name="change">Changes the policy and tells what it did, one sentence a change.</param>
    /// <param name="remarks">Tells what of the outcome a person should know, trail by trail.</param>
    internal static MergeResult Run(
        PolicyKind kind, string? name, string? existing, Func<PolicyDocument, IEnumerable<string>> change, Func<PolicyDocument, IEnumerable<MergeRemarks>> remarks)
    {
        var policy = kind.Read(existing, name);
        var changes = change(policy).ToArray();
        kind.RequireFits(policy, name);
        var merged = changes.Length == 0 && !string.IsNullOrWhiteSpace(existing)
            ? new MergeResult(existing, Changed: false, [])
            : new(kind.Text(policy), Changed: changes.Length > 0, changes);
        MergeRemarks[] all = [.. remarks(policy)];
        return merged with
        {
            Denials = [.. all.SelectMany(one => one.Denials).Distinct()],
            Refusals = [.. all.SelectMany(one => one.Refusals).Distinct()],
            Suggestions = [.. all.SelectMany(one => one.Suggestions).DistinctBy(finding => finding.Index).Select(MergeRemarks.Text)],
        };
    }
}
