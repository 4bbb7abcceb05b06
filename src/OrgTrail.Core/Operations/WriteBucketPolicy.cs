using OrgTrail.Buckets;
using OrgTrail.Connection;
using OrgTrail.Policies;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>
/// Merges a policy into the one that a bucket has, and writes the outcome. What others wrote stays, value by value and in
/// its order, and what others write meanwhile is not overwritten.
/// </summary>
public static class WriteBucketPolicy
{
    /// <summary>Reads the live policy and merges.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="given">The policy to merge; for trails that it was built for, by meaning, and otherwise statement by statement.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException"><c>MalformedPolicy</c>, <c>PolicyTooLarge</c>, <c>BucketNotFound</c>, <c>AccessDenied</c>.</exception>
    public static async Task<Plan<BucketPolicy>> PlanAsync(
        CloudSession session, BucketPolicy given, CancellationToken cancellation)
    {
        var bucket = NamingRule.BucketName.Require(given.BucketName);
        // Whatever is wrong with the given policy is said before anything is asked for.
        PolicyKind.Bucket.Parse(given.Policy, bucket);

        var live = await session.Cloud.Buckets.GetPolicyAsync(bucket, cancellation);
        var merged = Merge(live, given);
        return new(bucket, "Write bucket policy", merged.Changes, Result(given, merged), async applying =>
        {
            await LiveBucketPolicy.ReplaceAsync(session.Cloud.Buckets, bucket, live, merged.Policy, beforeWrite: null, applying);
            var written = Result(given, merged);
            written.WasWritten = true;
            return written;
        })
        {
            Warnings = merged.Warnings,
        };
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
