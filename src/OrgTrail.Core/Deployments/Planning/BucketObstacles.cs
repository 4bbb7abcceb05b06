using OrgTrail.Buckets;

namespace OrgTrail.Deployments;

/// <summary>What of the bucket stands in the way.</summary>
internal static class BucketObstacles
{
    /// <summary>A bucket that is missing, somebody else's or elsewhere, and a policy that keeps CloudTrail out.</summary>
    public static IEnumerable<Problem> Of(DeploymentAim aim, BucketPlan plan) => [.. Standing(aim), .. plan.Problems, .. Policy(plan)];

    private static IEnumerable<Problem> Standing(DeploymentAim aim)
    {
        var (wanted, bucket) = (aim.Wanted, aim.Facts.Bucket);
        switch (bucket.Standing)
        {
            case BucketStanding.Absent when !wanted.CreateBucket:
                yield return DeploymentProblems.NoBucket(wanted.S3BucketName);
                break;
            case BucketStanding.Foreign or BucketStanding.Hidden when wanted.CreateBucket:
                yield return DeploymentProblems.BucketOfOther(wanted.S3BucketName, bucket.Standing == BucketStanding.Hidden);
                break;
        }

        if (bucket.Region is { } region && wanted.BucketRegion is { } asked && region != asked)
            yield return DeploymentProblems.BucketElsewhere(wanted.S3BucketName, region, asked);
    }

    // What is missing is added: what still refuses are statements of others, which stay.
    private static IEnumerable<Problem> Policy(BucketPlan plan)
    {
        if (plan.Verdict is { Refuses: true } verdict) yield return DeploymentProblems.PolicyBlocks(verdict);
        else if (plan.Verdict is { Invalid: [_, ..] } invalid) yield return DeploymentProblems.PolicyRefused(invalid);
    }
}
