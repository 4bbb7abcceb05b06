using Amazon.CloudTrail.Model;
using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Ports;

/// <summary>From the SDK's status of a trail to OrgTrail's.</summary>
internal static class TrailStatusMapping
{
    /// <param name="trail">The trail that the status is about.</param>
    /// <param name="status">What GetTrailStatus answered.</param>
    public static TrailStatus ToStatus(TrailArn trail, GetTrailStatusResponse status) => new()
    {
        Name = trail.Name,
        TrailARN = trail.ToString(),
        HomeRegion = trail.Region,
        IsLogging = status.IsLogging ?? false,
        StartLoggingTime = Time.Utc(status.StartLoggingTime),
        StopLoggingTime = Time.Utc(status.StopLoggingTime),
        LatestDeliveryTime = Time.Utc(status.LatestDeliveryTime),
        LatestDeliveryError = Text(status.LatestDeliveryError),
        LatestDigestDeliveryTime = Time.Utc(status.LatestDigestDeliveryTime),
        LatestDigestDeliveryError = Text(status.LatestDigestDeliveryError),
        LatestCloudWatchLogsDeliveryTime = Time.Utc(status.LatestCloudWatchLogsDeliveryTime),
        LatestCloudWatchLogsDeliveryError = Text(status.LatestCloudWatchLogsDeliveryError),
        LatestNotificationTime = Time.Utc(status.LatestNotificationTime),
        LatestNotificationError = Text(status.LatestNotificationError),
    };

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : Secrets.Redact(text);
}
