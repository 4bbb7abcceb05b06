using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>What was changed a moment ago. AWS may refuse a call as if it had not been, until the change has spread.</summary>
internal sealed class Freshness
{
    private const string InsufficientEncryptionPolicy = nameof(InsufficientEncryptionPolicy);

    /// <summary>Trusted access was enabled.</summary>
    public bool TrustedAccess { get; set; }

    /// <summary>The bucket was created.</summary>
    public bool Bucket { get; set; }

    /// <summary>The bucket policy lets CloudTrail in, perhaps since a moment ago.</summary>
    public bool BucketPolicy { get; init; }

    /// <summary>The key policy lets CloudTrail in, perhaps since a moment ago.</summary>
    public bool KeyPolicy { get; init; }

    /// <summary>The trail was created.</summary>
    public bool Trail { get; set; }

    /// <summary>Whether a refusal can come from that, so that it passes by itself.</summary>
    public bool Explains(Problem refusal) => PassingRefusals.IsPassing(refusal, BucketPolicy) || refusal.Id switch
    {
        ProblemIds.TrustedAccessNotEnabled => TrustedAccess,
        ProblemIds.BucketNotFound or ProblemIds.BucketBusy => Bucket,
        // CloudTrail says so for the key and for the bucket.
        InsufficientEncryptionPolicy => BucketPolicy && KeyPolicy,
        ProblemIds.TrailNotFound => Trail,
        DeploymentProblems.NotAsWantedId => true,
        _ => false,
    };
}
