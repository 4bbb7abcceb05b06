using OrgTrail.Connection;
using OrgTrail.Policies;

namespace OrgTrail;

/// <summary>Whether a bucket's policy lets CloudTrail deliver an organization trail's files.</summary>
/// <remarks>Its lists are arrays, which PowerShell indexes from the end too.</remarks>
public sealed class PolicyVerdict : CloudObject
{
    /// <summary>The bucket.</summary>
    public required string BucketName { get; init; }

    /// <summary>The trail that the policy was judged for.</summary>
    public required string TrailArn { get; init; }

    /// <summary>
    /// Whether CloudTrail can deliver: S3 takes the policy, nothing is missing, nothing blocks, and no Deny <em>may</em> block. True is a promise,
    /// as far as AWS's documentation goes; where it leaves a Deny open, this is false and <see cref="Uncertain"/> says why,
    /// since an audit log that silently stays away is worse than a second look.
    /// </summary>
    public required bool Sufficient { get; init; }

    /// <summary>What no statement allows for certain: of <c>acl-check</c>, <c>management-write</c> and <c>organization-write</c>.</summary>
    public required IReadOnlyList<string> Missing { get; init => field = value.ToArray(); }

    /// <summary>For each of <see cref="Missing"/>, the statement that comes nearest to allowing it, and what of it does not fit.</summary>
    public IReadOnlyList<NearMiss> NearMisses { get; init => field = value.ToArray(); } = [];

    /// <summary>The Deny statements that keep CloudTrail out, in the policy's order.</summary>
    public required IReadOnlyList<BlockingStatement> BlockedBy { get; init => field = value.ToArray(); }

    /// <summary>What is weaker than it should be. Does not keep CloudTrail from delivering.</summary>
    public required IReadOnlyList<PolicyFinding> Weak { get; init => field = value.ToArray(); }

    /// <summary>Statements whose outcome AWS does not document or which depends on what a policy does not tell, and conditions that never resolve for a service principal.</summary>
    public required IReadOnlyList<PolicyFinding> Uncertain { get; init => field = value.ToArray(); }

    /// <summary>
    /// Whether CloudTrail certainly delivers for a trail that is there. Not the same as <see cref="Sufficient"/>: an organization
    /// trail writes below the organization's folder only, but the management account's folder is tried whenever a trail is
    /// created or updated, and is where it delivers when it is converted to a trail of that account alone.
    /// </summary>
    public bool Delivers { get; init; }

    /// <summary>
    /// What S3 would refuse the policy for when it is put. Such a policy lets nobody in, since no bucket ever has it. Empty for a live policy, which
    /// S3 took.
    /// </summary>
    public IReadOnlyList<PolicyFault> Invalid { get; init => field = value.ToArray(); } = [];

    /// <summary>When a sufficient policy ceases to be, by a date in a condition; <see langword="null"/> when it does not.</summary>
    public DateTimeOffset? SufficientUntil { get; init; }

    /// <summary>What else a person should know, as sentences.</summary>
    public IReadOnlyList<string> Notes { get; init => field = value.ToArray(); } = [];

    /// <summary>Whether CloudTrail is certainly kept from something by what the policy says: from delivering, or from creating, updating or converting the trail. Neither this nor <see cref="Sufficient"/> holds when a Deny only may block.</summary>
    public bool Refuses => Missing.Count > 0 || BlockedBy.Count > 0;

    /// <summary>The verdict in one sentence.</summary>
    public override string ToString()
    {
        if (Sufficient)
        {
            return $"CloudTrail can deliver {TrailArn} to {BucketName}{Expiry.Clause(SufficientUntil)}.";
        }

        var invalid = Invalid.Count > 0 ? $" Amazon S3 would refuse the policy: {string.Join(" ", Invalid)}" : "";
        var missing = Missing.Count > 0 ? $" Missing: {string.Join(", ", Missing)}.{string.Concat(NearMiss.Words(NearMisses).Select(miss => $" {miss}"))}" : "";
        var blocked = string.Concat(BlockedBy.Select(statement => $" {statement}."));
        var uncertain = string.Concat(Uncertain.Select(finding => $" {finding}"));
        var kept = Refuses ? missing + blocked : uncertain;
        if (Delivers)
        {
            return $"CloudTrail can deliver {TrailArn} to {BucketName}.{string.Concat(Notes.Select(note => $" {note}"))}{kept}";
        }

        var verb = Refuses || Uncertain.Count == 0 ? "cannot deliver" : "may be kept from delivering";
        return $"CloudTrail {verb} {TrailArn} to {BucketName}.{invalid}{kept}";
    }
}
