using OrgTrail.Connection;

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
    /// Whether CloudTrail can deliver: nothing is missing, nothing blocks, and no Deny <em>may</em> block. True is a promise,
    /// as far as AWS's documentation goes; where it leaves a Deny open, this is false and <see cref="Uncertain"/> says why,
    /// since an audit log that silently stays away is worse than a second look.
    /// </summary>
    public required bool Sufficient { get; init; }

    /// <summary>What no statement allows for certain: of <c>acl-check</c>, <c>management-write</c> and <c>organization-write</c>.</summary>
    public required IReadOnlyList<string> Missing { get; init => field = value.ToArray(); }

    /// <summary>The Deny statements that keep CloudTrail out, in the policy's order.</summary>
    public required IReadOnlyList<BlockingStatement> BlockedBy { get; init => field = value.ToArray(); }

    /// <summary>What is weaker than it should be. Does not keep CloudTrail from delivering.</summary>
    public required IReadOnlyList<PolicyFinding> Weak { get; init => field = value.ToArray(); }

    /// <summary>Statements whose outcome AWS does not document or which depends on what a policy does not tell, and conditions that never resolve for a service principal.</summary>
    public required IReadOnlyList<PolicyFinding> Uncertain { get; init => field = value.ToArray(); }

    /// <summary>Whether CloudTrail is certainly kept out: something is missing or blocks. Neither this nor <see cref="Sufficient"/> holds when a Deny only may block.</summary>
    public bool Refuses => Missing.Count > 0 || BlockedBy.Count > 0;

    /// <summary>The verdict in one sentence.</summary>
    public override string ToString()
    {
        if (Sufficient)
        {
            return $"CloudTrail can deliver {TrailArn} to {BucketName}.";
        }

        var missing = Missing.Count > 0 ? $" Missing: {string.Join(", ", Missing)}." : "";
        var blocked = string.Concat(BlockedBy.Select(statement => $" {statement}."));
        return Refuses
            ? $"CloudTrail cannot deliver {TrailArn} to {BucketName}.{missing}{blocked}"
            : $"CloudTrail may be kept from delivering {TrailArn} to {BucketName}. {string.Join(" ", Uncertain)}";
    }
}
