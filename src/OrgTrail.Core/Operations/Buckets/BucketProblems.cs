using OrgTrail.Buckets;

namespace OrgTrail.Operations;

/// <summary>What OrgTrail itself finds wrong with a bucket that somebody asked for.</summary>
internal static class BucketProblems
{
    public static Problem NotOwned(BucketFacts facts, string account) => new(
        "BucketNotOwned",
        ProblemKind.PermissionDenied,
        facts.Access == BucketAccess.Foreign
            ? $"Bucket {facts.BucketName} belongs to another account than {account}."
            : $"Bucket {facts.BucketName} belongs to another account than {account}, or the credentials lack s3:ListBucket on it.",
        "Choose another name: all accounts share one name space. When the bucket is meant, use credentials of its owner, or give the owner the policy that New-OrgTrailBucketPolicy builds.");

    public static Problem Elsewhere(BucketFacts facts, string wanted) => new(
        "BucketInOtherRegion",
        ProblemKind.InvalidInput,
        $"Bucket {facts.BucketName} lies in {facts.Region}, not in {wanted}, and a bucket cannot be moved.",
        "Leave out -BucketRegion to use the bucket where it lies, or choose another name.");

    public static Problem HalfDone(string bucket, IReadOnlyList<string> done, string failed, Problem cause) => cause with
    {
        What = $"Bucket {bucket} is not finished: '{failed}' failed. {cause.What}",
        Advice = $"{cause.Advice} Run the command again: it goes on from there. Done so far: {string.Join("; ", done)}.",
    };

    public static Problem NoAccessLogBucket(string target) => AccessLogs(
        ProblemKind.NotFound, $"There is no bucket {target} for access logs.", "Check -AccessLogBucket, or create the bucket first.");

    public static Problem AccessLogBucketNotOwned(string target, string account) => AccessLogs(
        ProblemKind.PermissionDenied,
        $"Bucket {target} for access logs does not belong to account {account}, or may not be seen.",
        "S3 logs only to a bucket of the same account: choose another -AccessLogBucket.");

    public static Problem AccessLogBucketElsewhere(string target, string region, string wanted) => AccessLogs(
        ProblemKind.InvalidInput,
        $"Bucket {target} for access logs lies in {region}, the bucket that it logs in {wanted}.",
        $"S3 logs only within a Region: choose an -AccessLogBucket in {wanted}.");

    public static Problem AccessLogBucketLocked(string target, ObjectLock objectLock) => AccessLogs(
        ProblemKind.InvalidState,
        $"Bucket {target} for access logs retains its objects ({objectLock}), so S3 does not write logs there.",
        "Choose an -AccessLogBucket without a default retention.");

    public static Problem AccessLogBucketEncrypted(string target, BucketEncryption encryption) => AccessLogs(
        ProblemKind.InvalidState,
        $"Bucket {target} for access logs encrypts new objects by {encryption}, so S3 does not write logs there.",
        "Choose an -AccessLogBucket whose default encryption is SSE-S3 (AES256).");

    private static Problem AccessLogs(ProblemKind kind, string what, string advice) => new("InvalidAccessLogging", kind, what, advice);
}
