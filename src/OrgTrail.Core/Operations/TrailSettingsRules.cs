using OrgTrail.Connection;
using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>What can be known to be wrong with settings before anything is sent (CloudTrail API reference, CreateTrail and UpdateTrail).</summary>
internal static class TrailSettingsRules
{
    private const int LongestTopic = 256;

    /// <summary>Checks the settings of a new trail.</summary>
    public static void RequireForCreate(TrailSettings settings) =>
        ProblemList.ThrowIfAny([.. Faults(settings with { Name = settings.Name ?? "", S3BucketName = settings.S3BucketName ?? "" })]);

    /// <summary>Checks the settings that are given.</summary>
    public static void RequireForUpdate(TrailSettings settings) => ProblemList.ThrowIfAny([.. Faults(settings)]);

    /// <summary>A multi-Region trail must log the events of global services (InvalidParameterCombinationException otherwise).</summary>
    public static void RequireGlobalEvents(bool? isMultiRegion, bool? includeGlobalEvents) =>
        ProblemList.ThrowIfAny([.. GlobalEvents(isMultiRegion, includeGlobalEvents)]);

    /// <summary>All that is wrong with the settings that are given.</summary>
    public static IEnumerable<Problem> Faults(TrailSettings settings) =>
    [
        .. Broken(NamingRule.TrailName, settings.Name),
        .. TrailSetting.All.Where(setting => setting.Rule is not null).SelectMany(setting => Broken(setting.Rule!, (string?)setting.Of(settings))),
        .. Refusals.Of(() => ConnectionRules.RequireText("InvalidKmsKey", "KMS key", settings.KmsKeyId, "-KmsKeyId")),
        .. Logs(settings),
        .. Topic(settings.SnsTopicName),
        .. settings.Tags is null ? [] : TagRules.Faults(settings.Tags),
        .. GlobalEvents(settings.IsMultiRegionTrail, settings.IncludeGlobalServiceEvents),
    ];

    private static IEnumerable<Problem> Broken(NamingRule rule, string? given) =>
        given is not null && rule.Check(given) is { } problem ? [problem] : [];

    private static IEnumerable<Problem> GlobalEvents(bool? isMultiRegion, bool? includeGlobalEvents)
    {
        if (isMultiRegion == true && includeGlobalEvents == false)
            yield return Invalid(
                "InvalidParameterCombination",
                "A multi-Region trail cannot leave out the events of global services.",
                "Leave out -IncludeGlobalServiceEvents, set it to $true, or set -IsMultiRegionTrail to $false.");
    }

    // CloudTrail refuses one without the other; two empty strings remove both.
    private static IEnumerable<Problem> Logs(TrailSettings settings)
    {
        var (group, role) = (settings.CloudWatchLogsLogGroupArn, settings.CloudWatchLogsRoleArn);
        if (group is null != role is null || group?.Length == 0 != (role?.Length == 0))
            yield return Invalid(
                "IncompleteCloudWatchLogs",
                group is null or "" ? "The role for CloudWatch Logs is given without a log group." : "The log group is given without the role that writes to it.",
                "Give -CloudWatchLogsLogGroupArn and -CloudWatchLogsRoleArn together, or both as '' to stop sending events to CloudWatch Logs.");
        // CloudTrail takes the ARN of a log group's streams (terraform-provider-aws, documentation of aws_cloudtrail).
        if (group?.Length > 0 && !(IsArn(group, "logs", "log-group:") && group.EndsWith(":*", StringComparison.Ordinal)))
            yield return NoArn("-CloudWatchLogsLogGroupArn", group, "arn:aws:logs:us-east-1:111111111111:log-group:trails:*");
        if (role?.Length > 0 && !IsArn(role, "iam", "role/"))
            yield return NoArn("-CloudWatchLogsRoleArn", role, "arn:aws:iam::111111111111:role/CloudTrailToLogs");
    }

    private static bool IsArn(string text, string service, string resource) =>
        text.Split(':', 6) is ["arn", _, var actual, _, _, var rest] && actual == service && rest.StartsWith(resource, StringComparison.Ordinal);

    private static Problem NoArn(string parameter, string text, string example) =>
        Invalid("InvalidArn", $"'{text}' is no ARN for {parameter}.", $"Use an ARN such as {example}.");

    private static IEnumerable<Problem> Topic(string? topic)
    {
        if (topic?.Length > LongestTopic)
            yield return Invalid("InvalidSnsTopicName", $"The name or ARN of the SNS topic has {topic.Length} characters.", $"Use at most {LongestTopic} characters.");
    }

    private static Problem Invalid(string id, string what, string advice) => new(id, ProblemKind.InvalidInput, what, advice);
}
