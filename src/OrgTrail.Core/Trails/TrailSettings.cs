namespace OrgTrail;

/// <summary>What a trail shall be. <see langword="null"/> means "not said": the default on create, unchanged on update.</summary>
public sealed record TrailSettings
{
    /// <summary>The trail's name.</summary>
    public string? Name { get; init; }

    /// <summary>The bucket that log files are delivered to.</summary>
    public string? S3BucketName { get; init; }

    /// <summary>What stands before <c>AWSLogs/</c>, without slashes at its ends; empty to remove it.</summary>
    public string? S3KeyPrefix { get; init; }

    /// <summary>Name or ARN of an SNS topic; empty to remove it.</summary>
    public string? SnsTopicName { get; init; }

    /// <summary>Whether events of global services are logged; required for a multi-Region trail.</summary>
    public bool? IncludeGlobalServiceEvents { get; init; }

    /// <summary>Whether the trail covers every Region.</summary>
    public bool? IsMultiRegionTrail { get; init; }

    /// <summary>Whether the trail covers every account of the organization.</summary>
    public bool? IsOrganizationTrail { get; init; }

    /// <summary>Whether CloudTrail delivers signed digests.</summary>
    public bool? EnableLogFileValidation { get; init; }

    /// <summary>ARN of a log group; goes together with <see cref="CloudWatchLogsRoleArn"/>. Empty to remove it.</summary>
    public string? CloudWatchLogsLogGroupArn { get; init; }

    /// <summary>ARN of the role that writes to the log group. Empty to remove it.</summary>
    public string? CloudWatchLogsRoleArn { get; init; }

    /// <summary>Id, ARN, alias or alias ARN of a KMS key; empty to remove it.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>Tags of a new trail: at most 50, keys of 1 to 128 characters, values of up to 256.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
