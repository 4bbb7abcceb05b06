using OrgTrail.Connection;
using OrgTrail.Policies;
using OrgTrail.Problems;

namespace OrgTrail;

/// <summary>The policy of an S3 bucket, with what is known of the trail that it was built for.</summary>
public sealed class BucketPolicy : CloudObject
{
    /// <summary>The bucket.</summary>
    public required string BucketName { get; init; }

    /// <summary>The policy as JSON text; empty for a bucket without a policy.</summary>
    public required string Policy { get; init; }

    /// <summary>The name of the trail that the policy was built for; <see langword="null"/> when it was not built for one.</summary>
    public string? TrailName { get; init; }

    /// <summary>The prefix of that trail's objects; <see langword="null"/> for none.</summary>
    public string? S3KeyPrefix { get; init; }

    /// <summary>The id of the organization of that trail.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The id of the organization's management account, which owns that trail.</summary>
    public string? ManagementAccountId { get; init; }

    /// <summary>The home Region of that trail.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>What was changed to get this policy, one sentence a change; empty when nothing was.</summary>
    public IReadOnlyList<string> Changes { get; init => field = value.Select(ShownText.Of).ToArray(); } = [];

    /// <summary>The trails that the policy was built for; by them it is merged into a live policy.</summary>
    internal IReadOnlyList<TrailDelivery> Deliveries { get; init; } = [];

    /// <summary>Whether the bucket had this policy when the object came about, so that S3 has taken it.</summary>
    internal bool IsLive { get; init; }

    /// <summary>Whether the policy was written a moment ago, so that it may not have spread yet.</summary>
    internal bool WasWritten { get; set; }

    /// <summary>This policy for a bucket that is named beside it; policies given as text name none.</summary>
    internal BucketPolicy ForBucket(string? bucketName) =>
        BucketName.Length > 0 ? this : new() { BucketName = bucketName ?? "", Policy = Policy };

    /// <summary>What the user should know of it: what keeps the trail out in spite of the changes, what S3 will refuse, and statements that let in more than the trail.</summary>
    internal IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The policy's JSON text, so that it can stand where a policy is asked for.</summary>
    public override string ToString() => Policy;
}
