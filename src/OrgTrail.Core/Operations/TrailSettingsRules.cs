using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>What can be known to be wrong with settings before anything is sent (CloudTrail API reference, CreateTrail and UpdateTrail).</summary>
internal static class TrailSettingsRules
{
    private const int MostTags = 50;
    private const int LongestTopic = 256;
    private const int LongestTagKey = 128;
    private const int LongestTagValue = 256;

    /// <summary>Checks the settings of a new trail.</summary>
    public static void RequireForCreate(TrailSettings settings)
    {
        NamingRule.TrailName.Require(settings.Name);
        NamingRule.BucketName.Require(settings.S3BucketName);
        RequireForUpdate(settings);
    }

    /// <summary>Checks the settings that are given.</summary>
    public static void RequireForUpdate(TrailSettings settings)
    {
        if (settings.S3BucketName is not null) NamingRule.BucketName.Require(settings.S3BucketName);
        if (settings.S3KeyPrefix is not null) NamingRule.S3KeyPrefix.Require(settings.S3KeyPrefix);
        RequirePair(settings);
        RequireTopic(settings.SnsTopicName);
        RequireTags(settings.Tags);
        RequireGlobalEvents(settings.IsMultiRegionTrail, settings.IncludeGlobalServiceEvents);
    }

    /// <summary>A multi-Region trail must log the events of global services (InvalidParameterCombinationException otherwise).</summary>
    public static void RequireGlobalEvents(bool? isMultiRegion, bool? includeGlobalEvents)
    {
        if (isMultiRegion == true && includeGlobalEvents == false)
            throw Invalid(
                "InvalidParameterCombination",
                "A multi-Region trail cannot leave out the events of global services.",
                "Leave out -IncludeGlobalServiceEvents, set it to $true, or set -IsMultiRegionTrail to $false.");
    }

    // CloudTrail refuses one without the other; two empty strings remove both.
    private static void RequirePair(TrailSettings settings)
    {
        var (group, role) = (settings.CloudWatchLogsLogGroupArn, settings.CloudWatchLogsRoleArn);
        if (group is null != role is null || group?.Length == 0 != (role?.Length == 0))
            throw Invalid(
                "IncompleteCloudWatchLogs",
                group is null or "" ? "The role for CloudWatch Logs is given without a log group." : "The log group is given without the role that writes to it.",
                "Give -CloudWatchLogsLogGroupArn and -CloudWatchLogsRoleArn together, or both as '' to stop sending events to CloudWatch Logs.");
        if (group?.Length > 0) RequireArn("-CloudWatchLogsLogGroupArn", group, "logs", "log-group:", "arn:aws:logs:us-east-1:111111111111:log-group:trails:*");
        if (role?.Length > 0) RequireArn("-CloudWatchLogsRoleArn", role, "iam", "role/", "arn:aws:iam::111111111111:role/CloudTrailToLogs");
    }

    private static void RequireArn(string parameter, string text, string service, string resource, string example)
    {
        if (text.Split(':', 6) is not ["arn", _, var actual, _, _, var rest]
            || actual != service || !rest.StartsWith(resource, StringComparison.Ordinal))
            throw Invalid("InvalidArn", $"'{text}' is no ARN for {parameter}.", $"Use an ARN such as {example}.");
    }

    private static void RequireTopic(string? topic)
    {
        if (topic?.Length > LongestTopic)
            throw Invalid("InvalidSnsTopicName", $"The name or ARN of the SNS topic has {topic.Length} characters.", $"Use at most {LongestTopic} characters.");
    }

    private static void RequireTags(IReadOnlyDictionary<string, string>? tags)
    {
        if (tags?.Count > MostTags)
            throw Invalid("TooManyTags", $"{tags.Count} tags are given.", $"A trail can have {MostTags} tags at most.");
        foreach (var (key, value) in tags ?? new Dictionary<string, string>())
            if (key.Length is 0 or > LongestTagKey || value.Length > LongestTagValue)
                throw Invalid(
                    "InvalidTag",
                    $"Tag '{key}' is out of bounds.",
                    $"A tag's key has 1 to {LongestTagKey} characters, its value at most {LongestTagValue}.");
    }

    private static OrgTrailException Invalid(string id, string what, string advice) =>
        new(new Problem(id, ProblemKind.InvalidInput, what, advice));
}
