using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>
/// The state that a deployment leads to: an organization trail and what it stands on. What is <see langword="null"/> is
/// not said: it stays as it is, and a new trail gets AWS's default.
/// </summary>
/// <remarks>Made by <see cref="WantedTrailReader"/> from parameters or a file; the names are the same in all three.</remarks>
public sealed record WantedTrail
{
    /// <summary>The trail's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the trail is created; <see langword="null"/> for where a trail of that name is, or else the Region of the connection.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>The bucket that log files are delivered to.</summary>
    public required string S3BucketName { get; init; }

    /// <summary>Whether the bucket is created, or set up when it belongs to the caller's account already.</summary>
    public bool CreateBucket { get; init; }

    /// <summary>Where the bucket lies, or is created; <see langword="null"/> for where it is, or else the trail's home Region.</summary>
    public string? BucketRegion { get; init; }

    /// <summary><c>GOVERNANCE</c> or <c>COMPLIANCE</c>, for the retention of new objects in a bucket that is set up.</summary>
    public string? ObjectLockMode { get; init; }

    /// <summary>For how many days new objects are retained; either this or <see cref="ObjectLockYears"/>.</summary>
    public int? ObjectLockDays { get; init; }

    /// <summary>For how many years new objects are retained.</summary>
    public int? ObjectLockYears { get; init; }

    /// <summary>After how many days log files are archived.</summary>
    public int? ArchiveAfterDays { get; init; }

    /// <summary>After how many days log files expire.</summary>
    public int? ExpireAfterDays { get; init; }

    /// <summary>The bucket to which requests to the bucket are logged.</summary>
    public string? AccessLogBucket { get; init; }

    /// <summary>What the keys of access logs begin with.</summary>
    public string? AccessLogPrefix { get; init; }

    /// <summary>What stands before <c>AWSLogs/</c>; empty to remove it.</summary>
    public string? S3KeyPrefix { get; init; }

    /// <summary>The KMS key by id, ARN, alias or alias ARN; empty to remove it.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Name or ARN of an SNS topic; empty to remove it.</summary>
    public string? SnsTopicName { get; init; }

    /// <summary>ARN of a log group; goes together with <see cref="CloudWatchLogsRoleArn"/>. Empty to remove it.</summary>
    public string? CloudWatchLogsLogGroupArn { get; init; }

    /// <summary>ARN of the role that writes to the log group. Empty to remove it.</summary>
    public string? CloudWatchLogsRoleArn { get; init; }

    /// <summary>Whether the trail covers every Region.</summary>
    public bool IsMultiRegionTrail { get; init; } = true;

    /// <summary>Whether CloudTrail delivers signed digests.</summary>
    public bool EnableLogFileValidation { get; init; } = true;

    /// <summary>Whether events of global services are logged; a multi-Region trail must log them.</summary>
    public bool? IncludeGlobalServiceEvents { get; init; }

    /// <summary>The event selectors, either basic or advanced.</summary>
    public EventSelectors? EventSelectors { get; init; }

    /// <summary>The insight selectors; none switches insights off.</summary>
    public InsightSelectors? InsightSelectors { get; init; }

    /// <summary>Tags that the trail has among others.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Accounts that are delegated administrators for CloudTrail, among others.</summary>
    public IReadOnlyList<string> DelegatedAdministrators { get; init => field = value.ToArray(); } = [];

    /// <summary>Whether trusted access is enabled where it is off.</summary>
    public bool EnableTrustedAccess { get; init; } = true;

    /// <summary>The settings of the trail itself.</summary>
    internal TrailSettings Settings => new()
    {
        Name = Name,
        S3BucketName = S3BucketName,
        S3KeyPrefix = S3KeyPrefix,
        SnsTopicName = SnsTopicName,
        // A multi-Region trail must log them, so a trail that becomes one gets them.
        IncludeGlobalServiceEvents = IncludeGlobalServiceEvents ?? (IsMultiRegionTrail ? true : null),
        IsMultiRegionTrail = IsMultiRegionTrail,
        IsOrganizationTrail = true,
        EnableLogFileValidation = EnableLogFileValidation,
        CloudWatchLogsLogGroupArn = CloudWatchLogsLogGroupArn,
        CloudWatchLogsRoleArn = CloudWatchLogsRoleArn,
        KmsKeyId = KmsKeyId,
        Tags = Tags,
    };

    /// <summary>What is asked of the bucket when it is set up, beyond what follows from the trail.</summary>
    internal PrepareBucket.Request Bucket => new(S3BucketName)
    {
        ObjectLockMode = ObjectLockMode,
        ObjectLockDays = ObjectLockDays,
        ObjectLockYears = ObjectLockYears,
        ArchiveAfterDays = ArchiveAfterDays,
        ExpireAfterDays = ExpireAfterDays,
        AccessLogBucket = AccessLogBucket,
        AccessLogPrefix = AccessLogPrefix,
    };
}
