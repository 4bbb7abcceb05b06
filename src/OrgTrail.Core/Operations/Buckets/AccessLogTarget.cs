using OrgTrail.Buckets;
using OrgTrail.Connection;
using OrgTrail.Policies;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>Looks whether S3 will log to a bucket (S3 user guide, "Enabling Amazon S3 server access logging").</summary>
/// <param name="session">The connection.</param>
/// <param name="feedback">Told what could not be looked at, and what is left to do.</param>
internal sealed class AccessLogTarget(CloudSession session, IFeedback feedback)
{
    private const string Service = "logging.s3.amazonaws.com";

    /// <summary>Refuses a bucket that S3 does not log to: it must be of the same account and Region, not retain its objects, and not encrypt them by KMS.</summary>
    /// <param name="logging">Where requests are to be logged.</param>
    /// <param name="bucketArn">The bucket whose requests they are.</param>
    /// <param name="region">The Region that it lies in.</param>
    /// <param name="cancellation">Ends the look.</param>
    public async Task RequireAsync(AccessLogging logging, string bucketArn, string region, CancellationToken cancellation)
    {
        var (target, account) = (logging.TargetBucket, (await session.CallerAsync(cancellation)).AccountId);
        var found = await FindAsync(target, account, cancellation);
        if (found != region) throw new OrgTrailException(BucketProblems.AccessLogBucketElsewhere(target, found, region));

        var objectLock = SeenAsync(target, "object lock", session.Cloud.Buckets.Settings.GetObjectLockAsync(target, cancellation));
        var encryption = SeenAsync(target, "default encryption", session.Cloud.Buckets.Settings.GetEncryptionAsync(target, cancellation));
        var policy = SeenAsync(target, "policy", session.Cloud.Buckets.GetPolicyAsync(target, cancellation));
        await Task.WhenAll(objectLock, encryption, policy);
        if (await objectLock is { Mode: not null } retention) throw new OrgTrailException(BucketProblems.AccessLogBucketLocked(target, retention));
        if (await encryption is { Algorithm: not BucketEncryption.S3Algorithm } byKey) throw new OrgTrailException(BucketProblems.AccessLogBucketEncrypted(target, byKey));

        // Since ACLs are off in new buckets, the policy is what lets S3 write.
        var objects = $"{Arn.OfBucket(Partition.OfRegion(region), target)}/{logging.TargetPrefix}";
        if (!LetsIn(await policy, objects, bucketArn, account))
            feedback.Warning($"Access logs only arrive when the policy of bucket {target} lets {Service} in: s3:PutObject on {objects}*, with aws:SourceArn {bucketArn} and aws:SourceAccount {account}. That policy is not changed here.");
    }

    private static bool LetsIn(string? policy, string objects, string bucketArn, string account)
    {
        var context = ServicePrincipalContext.For(Service, bucketArn, account, SymbolicText.Anything);
        var write = new ServiceRequest(Service, "s3:PutObject", objects + SymbolicText.Anything, context);
        return PolicyEvaluator.Evaluate(PolicyKind.Bucket.Read(policy), write).Granted == Truth.True;
    }

    private async Task<string> FindAsync(string target, string account, CancellationToken cancellation)
    {
        try
        {
            return await session.Cloud.Buckets.FindAsync(target, account, cancellation)
                ?? throw new OrgTrailException(BucketProblems.NoAccessLogBucket(target));
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.AccessDenied)
        {
            throw new OrgTrailException(BucketProblems.AccessLogBucketNotOwned(target, account), refusal);
        }
    }

    private async Task<T?> SeenAsync<T>(string target, string what, Task<T?> reading)
        where T : class
    {
        try
        {
            return await reading;
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.AccessDenied)
        {
            feedback.Verbose($"The {what} of bucket {target} cannot be seen, so it was not checked: {refusal.Problem}");
            return null;
        }
    }
}
