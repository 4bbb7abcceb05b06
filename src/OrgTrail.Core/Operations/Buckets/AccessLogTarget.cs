using OrgTrail.Buckets;
using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>Looks whether S3 will log to a bucket (S3 user guide, "Enabling Amazon S3 server access logging").</summary>
/// <param name="session">The connection.</param>
/// <param name="feedback">Told what could not be looked at, and what is left to do.</param>
internal sealed class AccessLogTarget(CloudSession session, IFeedback feedback)
{
    /// <summary>The service that writes access logs.</summary>
    private const string Service = "logging.s3.amazonaws.com";

    /// <summary>Refuses a bucket that S3 would refuse: it must be of the same account and Region, and not retain its objects.</summary>
    /// <param name="logging">Where requests are to be logged.</param>
    /// <param name="bucketArn">The bucket whose requests they are.</param>
    /// <param name="region">The Region that it lies in.</param>
    /// <param name="cancellation">Ends the look.</param>
    public async Task RequireAsync(AccessLogging logging, string bucketArn, string region, CancellationToken cancellation)
    {
        var target = logging.TargetBucket;
        var account = (await session.CallerAsync(cancellation)).AccountId;
        var found = await FindAsync(target, account, cancellation);
        if (found != region) throw new OrgTrailException(BucketProblems.AccessLogBucketElsewhere(target, found, region));

        if (await LockAsync(target, cancellation) is { Mode: not null } objectLock)
            throw new OrgTrailException(BucketProblems.AccessLogBucketLocked(target, objectLock));
        feedback.Warning($"Access logs only arrive when the policy of bucket {target} lets {Service} write: s3:PutObject on {logging.TargetPrefix}*, with aws:SourceArn {bucketArn} and aws:SourceAccount {account}. That policy is not changed here.");
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

    private async Task<ObjectLock?> LockAsync(string target, CancellationToken cancellation)
    {
        try
        {
            return await session.Cloud.Buckets.Settings.GetObjectLockAsync(target, cancellation);
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.AccessDenied)
        {
            feedback.Verbose($"The object lock of bucket {target} cannot be seen, so it was not checked: {refusal.Problem}");
            return null;
        }
    }
}
