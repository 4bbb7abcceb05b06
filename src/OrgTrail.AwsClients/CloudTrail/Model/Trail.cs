namespace Amazon.CloudTrail.Model;

/// <summary>The settings of a trail.</summary>
public sealed class Trail
{
    /// <summary>The name, 3 to 128 characters.</summary>
    public string? Name { get; set; }

    /// <summary>The bucket that receives the log files.</summary>
    public string? S3BucketName { get; set; }

    /// <summary>The key prefix before <c>AWSLogs/</c>, at most 200 characters; null where there is none.</summary>
    public string? S3KeyPrefix { get; set; }

    /// <summary>No longer in use; see <see cref="SnsTopicARN"/>.</summary>
    [Obsolete("No longer in use. Use SnsTopicARN.")]
    public string? SnsTopicName { get; set; }

    /// <summary>The ARN of the topic that is told of each delivery; null where there is none.</summary>
    public string? SnsTopicARN { get; set; }

    /// <summary>Whether events of global services such as IAM are logged.</summary>
    public bool? IncludeGlobalServiceEvents { get; set; }

    /// <summary>Whether the trail exists in every Region of the partition.</summary>
    public bool? IsMultiRegionTrail { get; set; }

    /// <summary>The Region in which the trail was created, and the only one in which it can be changed.</summary>
    public string? HomeRegion { get; set; }

    /// <summary>The ARN of the trail.</summary>
    public string? TrailARN { get; set; }

    /// <summary>Whether digest files are written.</summary>
    public bool? LogFileValidationEnabled { get; set; }

    /// <summary>The ARN of the log group that receives the events; null where there is none.</summary>
    public string? CloudWatchLogsLogGroupArn { get; set; }

    /// <summary>The ARN of the role with which CloudTrail writes to the log group; null where there is none.</summary>
    public string? CloudWatchLogsRoleArn { get; set; }

    /// <summary>The ARN of the key that encrypts log files and digests; null means SSE-S3.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>Whether the trail has event selectors of its own.</summary>
    public bool? HasCustomEventSelectors { get; set; }

    /// <summary>Whether the trail logs insights.</summary>
    public bool? HasInsightSelectors { get; set; }

    /// <summary>Whether the trail logs every account of the organization.</summary>
    public bool? IsOrganizationTrail { get; set; }
}
