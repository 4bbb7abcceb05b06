using OrgTrail.Buckets;

namespace OrgTrail.Deployments;

/// <summary>What of the bucket contradicts what is asked for.</summary>
internal static class BucketConflicts
{
    /// <summary>A bucket that is somebody else's or elsewhere, and settings that cannot be.</summary>
    public static IEnumerable<Problem> Of(DeploymentAim aim, BucketPlan plan) => [.. Access(aim), .. plan.Problems];

    private static IEnumerable<Problem> Access(DeploymentAim aim)
    {
        var (wanted, bucket) = (aim.Wanted, aim.Facts.Bucket);
        if (wanted.CreateBucket && bucket.Access is (BucketAccess.Foreign or BucketAccess.Hidden))
            yield return DeploymentProblems.BucketOfOther(wanted.S3BucketName, bucket.Access == BucketAccess.Hidden);
        if (bucket.Region is { } region && wanted.BucketRegion is { } asked && region != asked)
            yield return DeploymentProblems.BucketElsewhere(wanted.S3BucketName, region, asked);
    }
}
