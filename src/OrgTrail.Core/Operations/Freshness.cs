using OrgTrail.Deployments;

namespace OrgTrail.Operations;

/// <summary>
/// What is known to be so, perhaps since a moment ago. AWS may refuse a call as if it were not, until that has spread.
/// </summary>
internal sealed class Freshness
{
    private const string InsufficientEncryptionPolicy = nameof(InsufficientEncryptionPolicy);

    /// <summary>Nothing in particular.</summary>
    public static Freshness None => new();

    /// <summary>Trusted access is on.</summary>
    public bool TrustedAccess { get; set; }

    /// <summary>The bucket is there.</summary>
    public bool Bucket { get; set; }

    /// <summary>The bucket policy lets CloudTrail in.</summary>
    public bool BucketPolicy { get; set; }

    /// <summary>The key policy lets CloudTrail in.</summary>
    public bool KeyPolicy { get; set; }

    /// <summary>The trail is there.</summary>
    public bool Trail { get; set; }

    /// <summary>Whether a trail may only seem not to be there. For reads, which nothing else is wrong with that passes.</summary>
    public bool ExplainsAbsence(Problem refusal) => Trail && refusal.Id == ProblemIds.TrailNotFound;

    /// <summary>Whether a refusal can come from that, or from what passes whatever the state, so that the call is worth repeating.</summary>
    public bool Explains(Problem refusal) => TransientErrors.Include(refusal) || refusal.Id switch
    {
        ProblemIds.InsufficientBucketPolicy => BucketPolicy,
        ProblemIds.TrustedAccessNotEnabled => TrustedAccess,
        ProblemIds.BucketNotFound => Bucket,
        // CloudTrail says so for the key and for the bucket.
        InsufficientEncryptionPolicy => BucketPolicy && KeyPolicy,
        ProblemIds.TrailNotFound => Trail,
        DeploymentProblems.NotAsWantedId => true,
        _ => false,
    };
}
