using Amazon.CloudTrail.Model;

namespace OrgTrail.Aws.Ports;

/// <summary>From settings of a trail to the SDK's requests. A member that is null is not sent; an empty text is, and removes a value.</summary>
internal static class TrailRequests
{
    public static CreateTrailRequest Create(TrailSettings settings) => new()
    {
        Name = settings.Name,
        S3BucketName = settings.S3BucketName,
        S3KeyPrefix = settings.S3KeyPrefix,
        SnsTopicName = settings.SnsTopicName,
        IncludeGlobalServiceEvents = settings.IncludeGlobalServiceEvents,
        IsMultiRegionTrail = settings.IsMultiRegionTrail,
        IsOrganizationTrail = settings.IsOrganizationTrail,
        EnableLogFileValidation = settings.EnableLogFileValidation,
        CloudWatchLogsLogGroupArn = settings.CloudWatchLogsLogGroupArn,
        CloudWatchLogsRoleArn = settings.CloudWatchLogsRoleArn,
        KmsKeyId = settings.KmsKeyId,
        TagsList = settings.Tags is { } tags ? Tags(tags) : null,
    };

    public static UpdateTrailRequest Update(string address, TrailSettings changes) => new()
    {
        Name = address,
        S3BucketName = changes.S3BucketName,
        S3KeyPrefix = changes.S3KeyPrefix,
        SnsTopicName = changes.SnsTopicName,
        IncludeGlobalServiceEvents = changes.IncludeGlobalServiceEvents,
        IsMultiRegionTrail = changes.IsMultiRegionTrail,
        IsOrganizationTrail = changes.IsOrganizationTrail,
        EnableLogFileValidation = changes.EnableLogFileValidation,
        CloudWatchLogsLogGroupArn = changes.CloudWatchLogsLogGroupArn,
        CloudWatchLogsRoleArn = changes.CloudWatchLogsRoleArn,
        KmsKeyId = changes.KmsKeyId,
    };

    public static List<Tag> Tags(IReadOnlyDictionary<string, string> tags) => [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];
}
