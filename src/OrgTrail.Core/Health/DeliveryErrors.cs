using OrgTrail.Problems;
using OrgTrail.Trails;
using static OrgTrail.ProblemKind;

namespace OrgTrail.Health;

/// <summary>
/// What the error codes in a trail's status mean, and what to do about each. AWS documents the members as the codes of the
/// service that refused (CloudTrail API reference, GetTrailStatus), and no list of them.
/// </summary>
internal static class DeliveryErrors
{
    private const string Policies = "Get-OrgTrail {trail} | Test-OrgTrailBucketPolicy | Format-List; Test-OrgTrail -Trail {trail} -Check BucketPolicy, Key*";

    // Codes: Amazon S3 API reference, List of error codes; those of KMS keys as S3 passes them on.
    private static readonly ProblemRow[] Files =
    [
        new("AccessDenied AllAccessDisabled", "DeliveryRefused", PermissionDenied,
            "Amazon S3 refuses {what}: the policy of the bucket, or that of the KMS key, does not let CloudTrail write.", Policies),

        new("NoSuchBucket", "DeliveryBucketMissing", NotFound,
            "Amazon S3 refuses {what}: the bucket does not exist any more.",
            "Test-OrgTrail -Trail {trail} -Check Bucket"),

        new("KMS.NotFound", "DeliveryKeyMissing", NotFound,
            "Amazon S3 refuses {what}: the KMS key does not exist any more, or not in the bucket's Region.",
            "Test-OrgTrail -Trail {trail} -Check Key*"),

        new("KMS.*", "DeliveryKeyUnusable", InvalidState,
            "Amazon S3 refuses {what}: the KMS key is disabled, about to be deleted, or not of use otherwise.",
            "Test-OrgTrail -Trail {trail} -Check Key*"),

        new("PermanentRedirect TemporaryRedirect IllegalLocationConstraint", "DeliveryBucketElsewhere", InvalidState,
            "Amazon S3 refuses {what}: the bucket was made again in another Region a short time ago.",
            "Test-OrgTrail -Trail {trail} -Check Bucket, BucketOwner"),

        new("InvalidRequest InvalidArgument", "DeliveryInvalid", InvalidState,
            "Amazon S3 refuses {what}: a setting of the bucket asks for something that CloudTrail does not send.",
            "Test-OrgTrail -Trail {trail} -Check Bucket*, Key*"),

        new("SlowDown ServiceUnavailable InternalError RequestTimeout OperationAborted", "DeliveryDelayed", ServiceFailed,
            "Amazon S3 could not take {what} at that moment; CloudTrail tries again by itself.",
            "Get-OrgTrailStatus -Trail {trail}"),
    ];

    private static readonly ProblemRow[] Notifications =
    [
        new("AuthorizationError AccessDenied", "NotificationRefused", PermissionDenied,
            "Amazon SNS refuses {what}: the policy of the topic does not let CloudTrail publish.",
            // What cannot be read reaches the end of the pipeline as nothing: SNS replaces the whole policy.
            "aws sns get-topic-attributes --topic-arn {topic} --region {topicRegion} --query Attributes.Policy --output json | ConvertFrom-Json "
            + "| New-OrgTrailTopicPolicy -TopicArn {topic} -TrailName {name} -HomeRegion {region} "
            + "| ForEach-Object { aws sns set-topic-attributes --topic-arn {topic} --region {topicRegion} --attribute-name Policy --attribute-value $_.Policy }"),

        new("NotFound InvalidParameter InvalidParameterValue", "NotificationTopicMissing", NotFound,
            "Amazon SNS refuses {what}: the topic does not exist any more.",
            "Set-OrgTrail -Trail {trail} -SnsTopicName <ARN of another topic>"),

        new("KMS*", "NotificationKeyUnusable", InvalidState,
            "Amazon SNS refuses {what}: CloudTrail may not use the KMS key of the topic.",
            "aws sns get-topic-attributes --topic-arn {topic} --region {topicRegion} --query Attributes.KmsMasterKeyId --output text"),
    ];

    private static readonly ProblemRow[] Events =
    [
        new("AccessDenied AuthorizationError InvalidCloudWatchLogsRoleArn", "EventsRefused", PermissionDenied,
            "CloudWatch Logs refuses {what}: CloudTrail may not assume the role, or the role may not write to the log streams of the organization.",
            "aws iam get-role --role-name {role}; aws iam list-role-policies --role-name {role}; aws iam list-attached-role-policies --role-name {role}"),

        new("ResourceNotFound InvalidCloudWatchLogsLogGroupArn NoSuchLogGroup", "EventsLogGroupMissing", NotFound,
            "CloudWatch Logs refuses {what}: the log group does not exist any more.",
            "Set-OrgTrail -Trail {trail} -CloudWatchLogsLogGroupArn <ARN of a log group, ending in :*> -CloudWatchLogsRoleArn <ARN of its role>"),

        new("Throttling ServiceUnavailable InternalFailure", "EventsDelayed", Throttled,
            "CloudWatch Logs could not take {what} at that moment; CloudTrail tries again by itself.",
            "Get-OrgTrailStatus -Trail {trail}"),
    ];

    /// <summary>What the last delivery of log files failed with; <see langword="null"/> when it did not.</summary>
    public static Problem? OfLogFiles(TrailStatus status) => Explain(Files, status.LatestDeliveryError, "log files", status);

    /// <summary>What the last delivery of digests failed with; <see langword="null"/> when it did not.</summary>
    public static Problem? OfDigests(TrailStatus status) => Explain(Files, status.LatestDigestDeliveryError, "digests", status);

    /// <summary>What the last sending of events to CloudWatch Logs failed with; <see langword="null"/> when it did not.</summary>
    /// <param name="status">The trail's status, which does not tell the role.</param>
    /// <param name="roleArn">The ARN of the role that CloudTrail assumes, where it is known.</param>
    public static Problem? OfEvents(TrailStatus status, string? roleArn = null) =>
        Explain(Events, status.LatestCloudWatchLogsDeliveryError, "events", status)
            ?.Fill("{role}", Arn.Find(roleArn)?.ResourceName ?? "<role in CloudWatchLogsRoleArn>");

    /// <summary>What the last message to the SNS topic failed with; <see langword="null"/> when it did not.</summary>
    /// <param name="status">The trail's status, which does not tell the topic.</param>
    /// <param name="topic">The topic's ARN, where it is known.</param>
    public static Problem? OfNotifications(TrailStatus status, string? topic = null) =>
        Explain(Notifications, status.LatestNotificationError, "notifications", status)
            ?.Fill("{topicRegion}", Arn.Find(topic)?.Region ?? status.HomeRegion)
            .Fill("{topic}", topic ?? "<ARN of the topic>");

    /// <summary>All of a trail's errors.</summary>
    public static IEnumerable<Problem> Of(TrailStatus status) =>
        new[] { OfLogFiles(status), OfDigests(status), OfEvents(status), OfNotifications(status) }.OfType<Problem>();

    private static ProblemRow Unlisted { get; } = new(
        "*", "DeliveryFailed", ServiceFailed,
        "CloudTrail cannot deliver {what}.",
        "Test-OrgTrail -Trail {trail}");

    private static Problem? Explain(ProblemRow[] rows, string? code, string what, TrailStatus status)
    {
        if (string.IsNullOrEmpty(code)) return null;
        var row = Array.Find(rows, row => row.Covers(new ServiceFault("CloudTrail", "GetTrailStatus", ServiceFaultKind.Refused) { Code = code })) ?? Unlisted;
        return new Problem(row.Id, row.Kind, Fill(row.What, what, status), Fill(row.Advice, what, status)) { Why = $"The error is {code}.", ErrorCode = code };
    }

    private static Problem Fill(this Problem problem, string place, string text) =>
        problem with { Advice = problem.Advice.Replace(place, text, StringComparison.Ordinal) };

    private static string Fill(string text, string what, TrailStatus status) => text
        .Replace("{what}", what, StringComparison.Ordinal)
        .Replace("{trail}", status.TrailARN, StringComparison.Ordinal)
        .Replace("{name}", status.Name, StringComparison.Ordinal)
        .Replace("{region}", status.HomeRegion, StringComparison.Ordinal);
}
