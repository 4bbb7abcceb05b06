namespace Amazon.CloudTrail.Model;

/// <summary>Changes a trail in its home Region; what is null stays as it is (API reference: UpdateTrail).</summary>
public sealed class UpdateTrailRequest : AmazonCloudTrailRequest
{
    /// <summary>The name or the ARN of the trail; required.</summary>
    public string? Name { get; set; }

    /// <summary>The bucket that shall receive the log files.</summary>
    public string? S3BucketName { get; set; }

    /// <inheritdoc cref="CreateTrailRequest.S3KeyPrefix"/>
    public string? S3KeyPrefix { get; set; }

    /// <inheritdoc cref="CreateTrailRequest.SnsTopicName"/>
    public string? SnsTopicName { get; set; }

    /// <inheritdoc cref="CreateTrailRequest.IncludeGlobalServiceEvents"/>
    public bool? IncludeGlobalServiceEvents { get; set; }

    /// <inheritdoc cref="CreateTrailRequest.IsMultiRegionTrail"/>
    public bool? IsMultiRegionTrail { get; set; }

    /// <inheritdoc cref="CreateTrailRequest.EnableLogFileValidation"/>
    public bool? EnableLogFileValidation { get; set; }

    /// <inheritdoc cref="CreateTrailRequest.CloudWatchLogsLogGroupArn"/>
    public string? CloudWatchLogsLogGroupArn { get; set; }

    /// <inheritdoc cref="CreateTrailRequest.CloudWatchLogsRoleArn"/>
    public string? CloudWatchLogsRoleArn { get; set; }

    /// <inheritdoc cref="CreateTrailRequest.KmsKeyId"/>
    public string? KmsKeyId { get; set; }

    /// <inheritdoc cref="CreateTrailRequest.IsOrganizationTrail"/>
    public bool? IsOrganizationTrail { get; set; }
}
