using OrgTrail.Connection;
using OrgTrail.Policies;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>
/// Merges a policy into the one that a bucket has, and writes the outcome. What others wrote stays, value by value and in
/// its order, and what others write meanwhile is merged into, too.
/// </summary>
/// <param name="session">The connection.</param>
/// <param name="time">The clock of waits for lost answers, and for somebody else's change.</param>
/// <param name="feedback">Told what is waited for.</param>
internal sealed class WriteBucketPolicy(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>Reads the live policy and merges.</summary>
    /// <param name="given">The policy to merge; for trails that it was built for, by meaning, and otherwise statement by statement.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException"><c>MalformedPolicy</c>, <c>PolicyTooLarge</c>, <c>BucketNotFound</c>, <c>AccessDenied</c>.</exception>
    public async Task<Plan<BucketPolicy>> PlanAsync(BucketPolicy given, CancellationToken cancellation)
    {
        var bucket = NamingRule.BucketName.Require(given.BucketName);
        // Whatever is wrong with the given policy is said before anything is asked for.
        var merge = new BucketPolicyMerge(bucket) { Given = PolicyKind.Bucket.Parse(given.Policy, bucket), Deliveries = given.Deliveries };

        var merged = merge.Into(PolicyKind.Bucket.Read(await session.Cloud.Buckets.GetPolicyAsync(bucket, cancellation), bucket));
        return new(bucket, "Write bucket policy", merged.Changes, Result(given, merged), applying => ApplyAsync(bucket, given, merge, applying))
        {
            Warnings = merged.Warnings,
        };
    }

    private async Task<BucketPolicy> ApplyAsync(string bucket, BucketPolicy given, BucketPolicyMerge merge, CancellationToken cancellation)
    {
        var arn = Arn.OfBucket(Partition.OfRegion(session.Cloud.Region), bucket).ToString();
        var write = new PolicyWrite(LivePolicy.Of(session.Cloud.Buckets, bucket, arn), merge.Into);
        var written = Result(given, await new PropagationRetry(time, feedback).CallAsync(
            $"Writing the policy of bucket {bucket}", write.ApplyAsync, TransientErrors.Include, cancellation));
        written.WasWritten = true;
        return written;
    }

    private static BucketPolicy Result(BucketPolicy given, MergeResult merged) => new()
    {
        BucketName = given.BucketName,
        Policy = merged.Policy,
        TrailName = given.TrailName,
        S3KeyPrefix = given.S3KeyPrefix,
        OrganizationId = given.OrganizationId,
        ManagementAccountId = given.ManagementAccountId,
        HomeRegion = given.HomeRegion,
        Changes = merged.Changes,
        Deliveries = given.Deliveries,
    };
}
