using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail;

/// <summary>A trail of AWS CloudTrail. Its members have the names that AWS Tools for PowerShell uses.</summary>
public sealed class Trail : CloudObject
{
    /// <summary>The trail's name.</summary>
    public required string Name { get; init; }

    /// <summary>The trail's ARN. An organization trail carries the management account's id, whoever created it.</summary>
    public required string TrailARN { get; init; }

    /// <summary>The Region in which the trail was created, and in which alone it can be changed.</summary>
    public required string HomeRegion { get; init; }

    /// <summary>The bucket that log files are delivered to.</summary>
    public string? S3BucketName
    {
        get => Settings.S3BucketName;
        init => Settings = Settings with { S3BucketName = value };
    }

    /// <summary>What stands before <c>AWSLogs/</c> in the keys of log files; <see langword="null"/> for nothing.</summary>
    public string? S3KeyPrefix
    {
        get => Settings.S3KeyPrefix;
        init => Settings = Settings with { S3KeyPrefix = value };
    }

    /// <summary>The SNS topic that is told of each delivery; <see langword="null"/> for none.</summary>
    public string? SnsTopicARN
    {
        get => Settings.SnsTopicName;
        init => Settings = Settings with { SnsTopicName = value };
    }

    /// <summary>Whether events of global services such as IAM are logged.</summary>
    public bool IncludeGlobalServiceEvents
    {
        get => Settings.IncludeGlobalServiceEvents ?? false;
        init => Settings = Settings with { IncludeGlobalServiceEvents = value };
    }

    /// <summary>Whether the trail covers every Region of the partition.</summary>
    public bool IsMultiRegionTrail
    {
        get => Settings.IsMultiRegionTrail ?? false;
        init => Settings = Settings with { IsMultiRegionTrail = value };
    }

    /// <summary>Whether the trail covers every account of the organization.</summary>
    public bool IsOrganizationTrail
    {
        get => Settings.IsOrganizationTrail ?? false;
        init => Settings = Settings with { IsOrganizationTrail = value };
    }

    /// <summary>Whether CloudTrail delivers signed digests that prove the log files.</summary>
    public bool LogFileValidationEnabled
    {
        get => Settings.EnableLogFileValidation ?? false;
        init => Settings = Settings with { EnableLogFileValidation = value };
    }

    /// <summary>
    /// Whether the trail records what CloudTrail itself writes to buckets and log groups; <see langword="null"/> when AWS did
    /// not tell, as before September 2026.
    /// </summary>
    public bool? RecursiveLogging
    {
        get => Settings.RecursiveLogging;
        init => Settings = Settings with { RecursiveLogging = value };
    }

    /// <summary>The CloudWatch Logs log group that events are sent to; <see langword="null"/> for none.</summary>
    public string? CloudWatchLogsLogGroupArn
    {
        get => Settings.CloudWatchLogsLogGroupArn;
        init => Settings = Settings with { CloudWatchLogsLogGroupArn = value };
    }

    /// <summary>The role that sends them; <see langword="null"/> for none.</summary>
    public string? CloudWatchLogsRoleArn
    {
        get => Settings.CloudWatchLogsRoleArn;
        init => Settings = Settings with { CloudWatchLogsRoleArn = value };
    }

    /// <summary>The KMS key that encrypts log files; <see langword="null"/> for SSE-S3.</summary>
    public string? KmsKeyId
    {
        get => Settings.KmsKeyId;
        init => Settings = Settings with { KmsKeyId = value };
    }

    /// <summary>Whether the trail has event selectors of its own; <see langword="null"/> when AWS did not tell.</summary>
    public bool? HasCustomEventSelectors { get; init; }

    /// <summary>Whether the trail records insights; <see langword="null"/> when AWS did not tell.</summary>
    public bool? HasInsightSelectors { get; init; }

    /// <summary>
    /// By what CloudTrail is told which trail is meant: the name where a read has proven that it means this trail,
    /// otherwise <see langword="null"/>. See Operations.TrailFinder.
    /// </summary>
    internal string? ProvenName { get; set; }

    /// <summary>Whether the trail was created a moment ago, so that not all of CloudTrail may know it yet.</summary>
    internal bool IsFresh { get; set; }

    /// <summary>The same for who judges refusals.</summary>
    internal Freshness Freshness => new() { Trail = IsFresh };

    /// <summary>The settings that CloudTrail shows. Its name and tags are no part of them.</summary>
    internal TrailSettings Settings { get; init; } = new();

    /// <summary>This trail, read from an answer that does not tell of selectors, with those of <paramref name="before"/>.</summary>
    internal Trail WithSelectorsOf(Trail before) => new()
    {
        Name = Name,
        TrailARN = TrailARN,
        HomeRegion = HomeRegion,
        Settings = Settings,
        HasCustomEventSelectors = before.HasCustomEventSelectors,
        HasInsightSelectors = before.HasInsightSelectors,
        ProvenName = before.ProvenName,
        IsFresh = before.IsFresh,
    };

    /// <summary>The trail's ARN.</summary>
    public override string ToString() => TrailARN;
}
