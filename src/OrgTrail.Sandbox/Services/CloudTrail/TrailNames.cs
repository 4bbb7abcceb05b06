using OrgTrail.Sandbox.Protocol;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>
/// What CloudTrail demands of names, in the rules that OrgTrail itself checks beforehand (CloudTrail API reference,
/// CreateTrail), and in CloudTrail's codes.
/// </summary>
internal static class TrailNames
{
    private const int LongestTopic = 256;

    public static string Require(string? name) =>
        Checked(NamingRule.TrailName, name, TrailRefusals.InvalidTrailName);

    /// <summary>An ARN in its parts.</summary>
    public static TrailArn RequireArn(string text) =>
        TrailArn.TryParse(text, out var arn, out _) ? arn : throw TrailRefusals.InvalidArn(text);

    public static string RequireBucket(string? name) => Checked(NamingRule.BucketName, name, TrailRefusals.InvalidBucketName);

    public static string? RequirePrefix(string? prefix) =>
        string.IsNullOrEmpty(prefix) ? null : Checked(NamingRule.S3KeyPrefix, prefix, TrailRefusals.InvalidPrefix);

    public static void RequireTopic(string topic)
    {
        if (topic.Length > LongestTopic)
            throw TrailRefusals.InvalidTopicName($"The SNS topic name has {topic.Length} characters, more than {LongestTopic}.");
    }

    private static string Checked(NamingRule rule, string? value, Func<string, AwsErrorException> refusal) =>
        rule.Check(value) is { } problem ? throw refusal(problem.What) : value!;
}
