using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>What a trail did last. Times are UTC; an error is null while all is well.</summary>
public sealed class GetTrailStatusResponse : AmazonWebServiceResponse
{
    /// <summary>Whether the trail logs.</summary>
    public bool? IsLogging { get; set; }

    /// <summary>The S3 error of the last log file that could not be delivered; not set for time-outs.</summary>
    public string? LatestDeliveryError { get; set; }

    /// <summary>The SNS error of the last notification that could not be sent.</summary>
    public string? LatestNotificationError { get; set; }

    /// <summary>When log files were last delivered.</summary>
    public DateTime? LatestDeliveryTime { get; set; }

    /// <summary>When a notification was last sent.</summary>
    public DateTime? LatestNotificationTime { get; set; }

    /// <summary>When logging was last started.</summary>
    public DateTime? StartLoggingTime { get; set; }

    /// <summary>When logging was last stopped.</summary>
    public DateTime? StopLoggingTime { get; set; }

    /// <summary>The error of the last delivery to CloudWatch Logs.</summary>
    public string? LatestCloudWatchLogsDeliveryError { get; set; }

    /// <summary>When events were last delivered to CloudWatch Logs.</summary>
    public DateTime? LatestCloudWatchLogsDeliveryTime { get; set; }

    /// <summary>When a digest file was last delivered.</summary>
    public DateTime? LatestDigestDeliveryTime { get; set; }

    /// <summary>The S3 error of the last digest file that could not be delivered.</summary>
    public string? LatestDigestDeliveryError { get; set; }

    /// <summary>No longer in use.</summary>
    public string? LatestDeliveryAttemptTime { get; set; }

    /// <summary>No longer in use.</summary>
    public string? LatestNotificationAttemptTime { get; set; }

    /// <summary>No longer in use.</summary>
    public string? LatestNotificationAttemptSucceeded { get; set; }

    /// <summary>No longer in use.</summary>
    public string? LatestDeliveryAttemptSucceeded { get; set; }

    /// <summary>No longer in use.</summary>
    public string? TimeLoggingStarted { get; set; }

    /// <summary>No longer in use.</summary>
    public string? TimeLoggingStopped { get; set; }
}
