using OrgTrail.Buckets;
using OrgTrail.Policies;
using OrgTrail.State;

namespace OrgTrail.Operations;

/// <summary>Looks whether S3 will log to a bucket (S3 user guide, "Enabling Amazon S3 server access logging").</summary>
/// <param name="cloud">Where it is looked at.</param>
internal sealed class AccessLogTarget(CloudState cloud)
{
    private const string Service = "logging.s3.amazonaws.com";

    /// <summary>Refuses a bucket that S3 does not log to: it must be of the same account and Region, not retain its objects, and not encrypt them by KMS.</summary>
    /// <param name="logging">Where requests are to be logged.</param>
    /// <param name="bucketArn">The bucket whose requests they are.</param>
    /// <param name="region">The Region that it lies in.</param>
    public async Task RequireAsync(AccessLogging logging, string bucketArn, string region)
    {
        var account = (await cloud.Caller).AccountId;
        var target = BucketState.Of(cloud, logging.TargetBucket);
        await RequirePlaceAsync(target, account, region);

        await Task.WhenAll(target.ObjectLock.ObserveAsync(), target.Encryption.ObserveAsync(), target.Policy.ObserveAsync());
        if (await SeenAsync(target.ObjectLock) is { Mode: not null } retention) throw new OrgTrailException(BucketProblems.AccessLogBucketLocked(target.Name, retention));
        if (await SeenAsync(target.Encryption) is { Algorithm: not BucketEncryption.S3Algorithm } byKey) throw new OrgTrailException(BucketProblems.AccessLogBucketEncrypted(target.Name, byKey));

        // Since ACLs are off in new buckets, the policy is what lets S3 write.
        var objects = $"{bucketArn[..(bucketArn.LastIndexOf(':') + 1)]}{target.Name}/{logging.TargetPrefix}";
        if (!LetsIn(await SeenAsync(target.Policy), objects, bucketArn, account))
            cloud.Feedback.Warning($"Access logs only arrive when the policy of bucket {target.Name} lets {Service} in: s3:PutObject on {objects}*, with aws:SourceArn {bucketArn} and aws:SourceAccount {account}. That policy is not changed here.");
    }

    private static bool LetsIn(string? policy, string objects, string bucketArn, string account)
    {
        var context = ServicePrincipalContext.For(Service, bucketArn, account, SymbolicText.Anything);
        var write = new ServiceRequest(Service, "s3:PutObject", objects + SymbolicText.Anything, context);
        return PolicyEvaluator.Evaluate(PolicyKind.Bucket.Read(policy), write).Granted == Truth.True;
    }

    private static async Task RequirePlaceAsync(BucketState target, string account, string region)
    {
        var found = await target.Location.ObserveAsync();
        if (found is not { Value.Access: BucketAccess.Own or BucketAccess.Absent }) throw new OrgTrailException(BucketProblems.AccessLogBucketNotOwned(target.Name, account));
        if (found.Value!.Region is not { } place) throw new OrgTrailException(BucketProblems.NoAccessLogBucket(target.Name));
        if (place != region) throw new OrgTrailException(BucketProblems.AccessLogBucketElsewhere(target.Name, place, region));
    }

    private async Task<T?> SeenAsync<T>(Fact<T?> fact)
        where T : class
    {
        var observed = await fact.ObserveAsync();
        if (observed.Refusal is { } refusal) cloud.Feedback.Verbose($"{refusal} So it was not checked.");
        return observed.Value;
    }
}
