using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>The trail as created.</summary>
public sealed class CreateTrailResponse : AmazonWebServiceResponse
{
    /// <inheritdoc cref="Trail.Name"/>
    public string? Name { get; set; }

    /// <inheritdoc cref="Trail.S3BucketName"/>
    public string? S3BucketName { get; set; }

    /// <inheritdoc cref="Trail.S3KeyPrefix"/>
    public string? S3KeyPrefix { get; set; }

    /// <inheritdoc cref="Trail.SnsTopicName"/>
    [Obsolete("No longer in use. Use SnsTopicARN.")]
    public string? SnsTopicName { get; set; }

    /// <inheritdoc cref="Trail.SnsTopicARN"/>
    public string? SnsTopicARN { get; set; }

    /// <inheritdoc cref="Trail.IncludeGlobalServiceEvents"/>
    public bool? IncludeGlobalServiceEvents { get; set; }

    /// <inheritdoc cref="Trail.IsMultiRegionTrail"/>
    public bool? IsMultiRegionTrail { get; set; }

    /// <inheritdoc cref="Trail.TrailARN"/>
    public string? TrailARN { get; set; }

    /// <inheritdoc cref="Trail.LogFileValidationEnabled"/>
    public bool? LogFileValidationEnabled { get; set; }

    /// <inheritdoc cref="Trail.CloudWatchLogsLogGroupArn"/>
    public string? CloudWatchLogsLogGroupArn { get; set; }

    /// <inheritdoc cref="Trail.CloudWatchLogsRoleArn"/>
    public string? CloudWatchLogsRoleArn { get; set; }

    /// <inheritdoc cref="Trail.KmsKeyId"/>
    public string? KmsKeyId { get; set; }

    /// <inheritdoc cref="Trail.IsOrganizationTrail"/>
    public bool? IsOrganizationTrail { get; set; }
}
