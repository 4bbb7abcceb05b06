using Amazon.CloudTrail.Model;
using OrgTrail.Ports;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Ports;

/// <summary>From the SDK's trails to OrgTrail's. The answers of three operations are three types with the same members.</summary>
internal static class TrailMapping
{
    /// <param name="trail">A trail with an ARN.</param>
    /// <param name="region">The Region that was asked, for an ARN that does not say which Region it lies in.</param>
    public static OrgTrail.Trail ToTrail(Amazon.CloudTrail.Model.Trail trail, string region) => new()
    {
        Name = trail.Name ?? NameIn(trail.TrailARN!),
        TrailARN = trail.TrailARN!,
        HomeRegion = Text(trail.HomeRegion) ?? RegionIn(trail.TrailARN!) ?? region,
        S3BucketName = Text(trail.S3BucketName),
        S3KeyPrefix = Text(trail.S3KeyPrefix),
        SnsTopicARN = Text(trail.SnsTopicARN),
        IncludeGlobalServiceEvents = trail.IncludeGlobalServiceEvents ?? false,
        IsMultiRegionTrail = trail.IsMultiRegionTrail ?? false,
        IsOrganizationTrail = trail.IsOrganizationTrail ?? false,
        LogFileValidationEnabled = trail.LogFileValidationEnabled ?? false,
        CloudWatchLogsLogGroupArn = Text(trail.CloudWatchLogsLogGroupArn),
        CloudWatchLogsRoleArn = Text(trail.CloudWatchLogsRoleArn),
        KmsKeyId = Text(trail.KmsKeyId),
        HasCustomEventSelectors = trail.HasCustomEventSelectors,
        HasInsightSelectors = trail.HasInsightSelectors,
    };

    public static OrgTrail.Trail ToTrail(CreateTrailResponse trail, string region) => new()
    {
        Name = trail.Name ?? NameIn(trail.TrailARN!),
        TrailARN = trail.TrailARN!,
        HomeRegion = RegionIn(trail.TrailARN!) ?? region,
        S3BucketName = Text(trail.S3BucketName),
        S3KeyPrefix = Text(trail.S3KeyPrefix),
        SnsTopicARN = Text(trail.SnsTopicARN),
        IncludeGlobalServiceEvents = trail.IncludeGlobalServiceEvents ?? false,
        IsMultiRegionTrail = trail.IsMultiRegionTrail ?? false,
        IsOrganizationTrail = trail.IsOrganizationTrail ?? false,
        LogFileValidationEnabled = trail.LogFileValidationEnabled ?? false,
        CloudWatchLogsLogGroupArn = Text(trail.CloudWatchLogsLogGroupArn),
        CloudWatchLogsRoleArn = Text(trail.CloudWatchLogsRoleArn),
        KmsKeyId = Text(trail.KmsKeyId),
    };

    public static OrgTrail.Trail ToTrail(UpdateTrailResponse trail, string region) => new()
    {
        Name = trail.Name ?? NameIn(trail.TrailARN!),
        TrailARN = trail.TrailARN!,
        HomeRegion = RegionIn(trail.TrailARN!) ?? region,
        S3BucketName = Text(trail.S3BucketName),
        S3KeyPrefix = Text(trail.S3KeyPrefix),
        SnsTopicARN = Text(trail.SnsTopicARN),
        IncludeGlobalServiceEvents = trail.IncludeGlobalServiceEvents ?? false,
        IsMultiRegionTrail = trail.IsMultiRegionTrail ?? false,
        IsOrganizationTrail = trail.IsOrganizationTrail ?? false,
        LogFileValidationEnabled = trail.LogFileValidationEnabled ?? false,
        CloudWatchLogsLogGroupArn = Text(trail.CloudWatchLogsLogGroupArn),
        CloudWatchLogsRoleArn = Text(trail.CloudWatchLogsRoleArn),
        KmsKeyId = Text(trail.KmsKeyId),
    };

    public static TrailListing ToListing(string arn, TrailInfo trail, string region) =>
        new(arn, trail.Name ?? NameIn(arn), Text(trail.HomeRegion) ?? RegionIn(arn) ?? region);

    private static string NameIn(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    private static string? RegionIn(string arn) => TrailArn.TryParse(arn, out var parts, out _) ? parts.Region : null;

    /// <summary>CloudTrail leaves texts out that are not set; emulators may send them empty.</summary>
    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
