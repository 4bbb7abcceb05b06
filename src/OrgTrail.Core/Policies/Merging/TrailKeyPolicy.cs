using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>The policy of a KMS key that organization trails need: built from nothing, or merged into one that is there.</summary>
/// <remarks>CloudTrail user guide, "Configure AWS KMS key policies for CloudTrail".</remarks>
internal static class TrailKeyPolicy
{
    private const string RootSid = "Enable IAM User Permissions";

    /// <summary>
    /// Lets CloudTrail use the key for the given trails. Merges by meaning: what already lets CloudTrail in stays as it is, in
    /// whatever shape; statements like ours for other trails are extended; what is missing is added behind the rest.
    /// Nothing is restricted. Statements of others keep their values and their order. A second merge changes nothing. Into nothing, and
    /// into a policy without statements, the key's account is let in first, without which nobody could change the policy
    /// again; a policy that is there keeps who may.
    /// </summary>
    /// <param name="existing">The policy that is there; <see langword="null"/> or blank for none.</param>
    /// <param name="wanted">The trails; all of them use the same key.</param>
    /// <param name="readers">Who may read the files: ARNs of roles and users, or ids of accounts, which then decide by IAM policies of their own; <see langword="null"/> for nobody.</param>
    /// <param name="existingTrailArns">The ARNs of all trails of the management account, in every Region, for a caller who knows them: one of the same name in another home Region that exists no more then gives way.</param>
    /// <exception cref="OrgTrailException">The text is not a policy (<c>MalformedPolicy</c>), a reader is no principal (<c>InvalidPrincipal</c>), or the outcome would be larger than a key's policy can be (<c>PolicyTooLarge</c>).</exception>
    public static MergeResult Merge(
        string? existing,
        IReadOnlyList<TrailKeyUse> wanted,
        IReadOnlyList<string>? readers = null,
        IReadOnlyCollection<string>? existingTrailArns = null)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var key = wanted.Select(use => use.Key?.ToString()).Distinct().Single();
        return Merge(PolicyKind.Key.Read(existing, key), wanted, readers, existingTrailArns);
    }

    /// <summary>The same for a policy that has been read. It is changed.</summary>
    internal static MergeResult Merge(
        PolicyDocument existing, IReadOnlyList<TrailKeyUse> wanted, IReadOnlyList<string>? readers, IReadOnlyCollection<string>? existingTrailArns)
    {
        var key = wanted.Select(use => use.Key?.ToString()).Distinct().Single();
        var readerMerge = new ReaderMerge(readers ?? [], wanted[0].Trail.Partition);
        var trails = GrantMerge.Existing(existingTrailArns, wanted.Select(use => use.Trail));
        return PolicyMerge.Run(
            PolicyKind.Key,
            key,
            existing,
            [
                policy => policy.Statements.Count == 0 ? AddRoot(policy, wanted[0]) : [],
                policy => wanted.SelectMany(use => new GrantMerge(policy, use.Trail, trails).Provide(TrailGrant.For(use))),
                readerMerge.Apply,
            ],
            policy => wanted.Select(use => MergeRemarks.Of(policy, use)));
    }

    // AWS KMS developer guide, "Default key policy": a key policy that lets nobody in locks everybody out, the account's root
    // user too.
    private static string[] AddRoot(PolicyDocument policy, TrailKeyUse use)
    {
        policy.Append(PolicyJson.Allow(RootSid, Principal.Aws, [Arn.OfRoot(use.Trail.Partition, use.KeyAccountId).ToString()], "kms:*", "*", []));
        return [$"add statement {RootSid}"];
    }
}
