using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>The settings of a trail as the members of requests and answers.</summary>
internal static class TrailMembers
{
    /// <summary>Puts what CreateTrail and UpdateTrail ask for into a trail; what is not given stays as it is, an empty text takes away.</summary>
    public static void Apply(JsonObject body, SandboxTrail trail)
    {
        trail.S3BucketName = TrailNames.RequireBucket(body.Text("S3BucketName") ?? trail.S3BucketName);
        trail.S3KeyPrefix = TrailNames.RequirePrefix(body.Text("S3KeyPrefix") ?? trail.S3KeyPrefix);
        ApplyTopic(body.Text("SnsTopicName"), trail);
        trail.IncludeGlobalServiceEvents = body.Flag("IncludeGlobalServiceEvents") ?? trail.IncludeGlobalServiceEvents;
        trail.IsMultiRegionTrail = body.Flag("IsMultiRegionTrail") ?? trail.IsMultiRegionTrail;
        trail.IsOrganizationTrail = body.Flag("IsOrganizationTrail") ?? trail.IsOrganizationTrail;
        trail.LogFileValidationEnabled = body.Flag("EnableLogFileValidation") ?? trail.LogFileValidationEnabled;
        ApplyLogGroup(body.Text("CloudWatchLogsLogGroupArn"), body.Text("CloudWatchLogsRoleArn"), trail);
        trail.RecursiveLogging = body.Flag("RecursiveLogging") ?? trail.RecursiveLogging;
        trail.KmsKeyId = Given(body.Text("KmsKeyId"), trail.KmsKeyId);

        // CloudTrail user guide, "Updating a trail with the AWS CLI": --is-multi-region-trail needs global service events.
        if (trail is { IsMultiRegionTrail: true, IncludeGlobalServiceEvents: false })
            throw TrailRefusals.InvalidCombination("Multi-Region trail must include global service events.");
    }

    /// <summary>As CreateTrail and UpdateTrail answer; what is not set is absent.</summary>
    public static JsonObject Answer(SandboxTrail trail) => new JsonObject
    {
        ["Name"] = trail.Name,
        ["S3BucketName"] = trail.S3BucketName,
        ["S3KeyPrefix"] = trail.S3KeyPrefix,
        ["SnsTopicName"] = trail.SnsTopicName,
        ["SnsTopicARN"] = trail.SnsTopicArn,
        ["IncludeGlobalServiceEvents"] = trail.IncludeGlobalServiceEvents,
        ["IsMultiRegionTrail"] = trail.IsMultiRegionTrail,
        ["TrailARN"] = trail.Arn,
        ["LogFileValidationEnabled"] = trail.LogFileValidationEnabled,
        ["RecursiveLogging"] = trail.RecursiveLogging,
        ["CloudWatchLogsLogGroupArn"] = trail.CloudWatchLogsLogGroupArn,
        ["CloudWatchLogsRoleArn"] = trail.CloudWatchLogsRoleArn,
        ["KmsKeyId"] = trail.KmsKeyId,
        ["IsOrganizationTrail"] = trail.IsOrganizationTrail,
    }.WithoutNulls();

    // The ARN follows from the name when the topic is looked for.
    private static void ApplyTopic(string? asked, SandboxTrail trail)
    {
        if (asked is null)
            return;
        TrailNames.RequireTopic(asked);
        trail.SnsTopicName = Given(asked, null);
        trail.SnsTopicArn = null;
    }

    // Seen on AWS in September 2026: either empty text takes both away, beside nothing or another empty one.
    private static void ApplyLogGroup(string? group, string? role, SandboxTrail trail)
    {
        (trail.CloudWatchLogsLogGroupArn, trail.CloudWatchLogsRoleArn) = (group, role) is ("", null or "") or (null, "")
            ? (null, null)
            : (Given(group, trail.CloudWatchLogsLogGroupArn), Given(role, trail.CloudWatchLogsRoleArn));
    }

    private static string? Given(string? asked, string? present) => asked switch
    {
        null => present,
        "" => null,
        _ => asked,
    };
}
