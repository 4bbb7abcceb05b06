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
public sealed class WriteBucketPolicy(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>Reads the live policy and merges.</summary>
    /// <param name="given">The policy to merge; for trails that it was built for, by meaning, and otherwise statement by statement.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException"><c>MalformedPolicy</c>, <c>PolicyTooLarge</c>, <c>BucketNotFound</c>, <c>AccessDenied</c>.</exception>
    public async Task<Plan<BucketPolicy>> PlanAsync(BucketPolicy given, CancellationToken cancellation)
    {
        var bucket = NamingRule.BucketName.Require(given.BucketName);
        // Whatever is wrong with the given policy is said before anything is asked for.
        PolicyKind.Bucket.Parse(given.Policy, bucket);

        var merged = Merge(await session.Cloud.Buckets.GetPolicyAsync(bucket, cancellation), given);
        return new(bucket, "Write bucket policy", merged.Changes, Result(given, merged), applying => ApplyAsync(bucket, given, applying))
        {
            Warnings = merged.Warnings,
        };
    }

    private async Task<BucketPolicy> ApplyAsync(string bucket, BucketPolicy given, CancellationToken cancellation)
    {
        var arn = $"arn:{Partition.OfRegion(session.Cloud.Region)}:s3:::{bucket}";
        var write = new PolicyWrite(LivePolicy.Of(session.Cloud.Buckets, bucket, arn), live => Merge(live, given));
        var written = Result(given, await new PropagationRetry(time, feedback).CallAsync(
            $"Writing the policy of bucket {bucket}", write.ApplyAsync, TransientErrors.Include, cancellation));
        written.WasWritten = true;
        return written;
    }

    private static MergeResult Merge(string? live, BucketPolicy given)
    {
        // The trails come last, so that what is said of them holds for the whole policy.
        var rest = StatementMerge.AddMissing(live, given.Policy, given.Deliveries);
        PolicyKind.Bucket.Parse(rest.Policy, given.BucketName);
        if (given.Deliveries.Count == 0) return rest;
        var trails = TrailBucketPolicy.Merge(rest.Policy, given.Deliveries);
        return trails with { Changed = rest.Changed || trails.Changed, Changes = [.. rest.Changes, .. trails.Changes] };
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
