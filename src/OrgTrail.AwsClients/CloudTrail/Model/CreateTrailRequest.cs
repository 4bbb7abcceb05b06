namespace Amazon.CloudTrail.Model;

/// <summary>Creates a trail, with its logging off (API reference: CreateTrail).</summary>
public sealed class CreateTrailRequest : AmazonCloudTrailRequest
{
    /// <summary>The name, 3 to 128 of letters, digits, <c>.</c>, <c>_</c>, <c>-</c>; required.</summary>
    public string? Name { get; set; }

    /// <summary>The bucket that shall receive the log files; required.</summary>
    public string? S3BucketName { get; set; }

    /// <summary>The key prefix before <c>AWSLogs/</c>, at most 200 characters.</summary>
    public string? S3KeyPrefix { get; set; }

    /// <summary>The name or ARN of a topic to tell of each delivery, at most 256 characters.</summary>
    public string? SnsTopicName { get; set; }

    /// <summary>Whether to log events of global services such as IAM; must be true for a multi-Region trail.</summary>
    public bool? IncludeGlobalServiceEvents { get; set; }

    /// <summary>Whether the trail shall exist in every Region; the service defaults to false.</summary>
    public bool? IsMultiRegionTrail { get; set; }

    /// <summary>Whether to write digest files; the service defaults to false.</summary>
    public bool? EnableLogFileValidation { get; set; }

    /// <summary>The ARN of a log group to send the events to, together with <see cref="CloudWatchLogsRoleArn"/>.</summary>
    public string? CloudWatchLogsLogGroupArn { get; set; }

    /// <summary>The ARN of the role with which CloudTrail writes to the log group.</summary>
    public string? CloudWatchLogsRoleArn { get; set; }

    /// <summary>The key to encrypt with: key ID, key ARN, alias name (<c>alias/…</c>) or alias ARN.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>Whether to log every account of the organization; management account and delegated administrators only.</summary>
    public bool? IsOrganizationTrail { get; set; }

    /// <summary>Tags for the trail, at most 50.</summary>
    public List<Tag>? TagsList { get; set; }
}
