using OrgTrail.Connection;
using OrgTrail.Health;

namespace OrgTrail;

/// <summary>Whether a trail logs, and how its deliveries went. An error member is <see langword="null"/> while all is well.</summary>
public sealed class TrailStatus : CloudObject
{
    /// <summary>The trail's name.</summary>
    public required string Name { get; init; }

    /// <summary>The trail's ARN.</summary>
    public required string TrailARN { get; init; }

    /// <summary>The trail's home Region.</summary>
    public required string HomeRegion { get; init; }

    /// <summary>Whether the trail records events now.</summary>
    public required bool IsLogging { get; init; }

    /// <summary>When logging was last started.</summary>
    public DateTimeOffset? StartLoggingTime { get; init; }

    /// <summary>When logging was last stopped.</summary>
    public DateTimeOffset? StopLoggingTime { get; init; }

    /// <summary>When log files were last delivered to the bucket.</summary>
    public DateTimeOffset? LatestDeliveryTime { get; init; }

    /// <summary>The error code of S3 at the last delivery, for example <c>AccessDenied</c>. Not set for time-outs.</summary>
    public string? LatestDeliveryError { get; init; }

    /// <summary>When a digest was last delivered to the bucket.</summary>
    public DateTimeOffset? LatestDigestDeliveryTime { get; init; }

    /// <summary>The error code of S3 at the last delivery of a digest.</summary>
    public string? LatestDigestDeliveryError { get; init; }

    /// <summary>When events were last sent to CloudWatch Logs.</summary>
    public DateTimeOffset? LatestCloudWatchLogsDeliveryTime { get; init; }

    /// <summary>The error of CloudWatch Logs when events were last sent.</summary>
    public string? LatestCloudWatchLogsDeliveryError { get; init; }

    /// <summary>When the SNS topic was last told of a delivery.</summary>
    public DateTimeOffset? LatestNotificationTime { get; init; }

    /// <summary>The error code of SNS at the last notification, for example <c>AuthorizationError</c>.</summary>
    public string? LatestNotificationError { get; init; }

    /// <summary>What each of the errors means, and what to do about it; empty while all is well.</summary>
    public IReadOnlyList<Problem> Problems => DeliveryErrors.Of(this).ToArray();

    /// <summary>The trail and whether it logs.</summary>
    public override string ToString() => $"{TrailARN} {(IsLogging ? "logging" : "not logging")}";
}
