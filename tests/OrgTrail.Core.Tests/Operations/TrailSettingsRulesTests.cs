using OrgTrail.Operations;

namespace OrgTrail.Core.Tests.Operations;

public sealed class TrailSettingsRulesTests
{
    private const string Group = "arn:aws:logs:us-east-1:111111111111:log-group:trails:*";
    private const string Role = "arn:aws:iam::111111111111:role/trails";

    public static TheoryData<string, object> Refused => new()
    {
        { "InvalidTrailName", Good with { Name = "a--b" } },
        { "InvalidTrailName", Good with { Name = null } },
        { "InvalidBucketName", Good with { S3BucketName = "UPPER" } },
        { "InvalidS3KeyPrefix", Good with { S3KeyPrefix = "audit/" } },
        { "InvalidParameterCombination", Good with { IsMultiRegionTrail = true, IncludeGlobalServiceEvents = false } },
        { "IncompleteCloudWatchLogs", Good with { CloudWatchLogsRoleArn = Role } },
        { "IncompleteCloudWatchLogs", Good with { CloudWatchLogsLogGroupArn = Group } },
        { "IncompleteCloudWatchLogs", Good with { CloudWatchLogsLogGroupArn = "", CloudWatchLogsRoleArn = Role } },
        { "InvalidArn", Good with { CloudWatchLogsLogGroupArn = "trails", CloudWatchLogsRoleArn = Role } },
        { "InvalidArn", Good with { CloudWatchLogsLogGroupArn = Group[..^2], CloudWatchLogsRoleArn = Role } },
        { "InvalidArn", Good with { CloudWatchLogsLogGroupArn = Group, CloudWatchLogsRoleArn = Group } },
        { "InvalidSnsTopicName", Good with { SnsTopicName = new string('t', 257) } },
        { "TooManyTags", Good with { Tags = Enumerable.Range(0, 51).ToDictionary(n => $"k{n}", _ => "v") } },
        { "InvalidTag", Good with { Tags = new Dictionary<string, string> { [new string('k', 129)] = "v" } } },
        { "InvalidTag", Good with { Tags = new Dictionary<string, string> { ["k"] = new('v', 257) } } },
    };

    private static TrailSettings Good => new() { Name = "acme", S3BucketName = "acme-audit" };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Settings_that_CloudTrail_would_refuse_are_refused_with_advice(string id, object settings)
    {
        var problem = Assert.Throws<OrgTrailException>(() => TrailSettingsRules.RequireForCreate((TrailSettings)settings)).Problem;

        Assert.Equal(id, problem.Id);
        Assert.Equal(ProblemKind.InvalidInput, problem.Kind);
        Assert.NotEmpty(problem.Advice);
    }

    [Fact]
    public void Settings_at_the_edge_pass() => TrailSettingsRules.RequireForCreate(Good with
    {
        IsMultiRegionTrail = true,
        IncludeGlobalServiceEvents = true,
        CloudWatchLogsLogGroupArn = Group,
        CloudWatchLogsRoleArn = Role,
        SnsTopicName = new string('t', 256),
        Tags = Enumerable.Range(0, 50).ToDictionary(n => $"k{n}", _ => ""),
    });

    [Fact]
    public void Empty_texts_that_remove_log_group_and_role_pass() =>
        TrailSettingsRules.RequireForUpdate(new() { CloudWatchLogsLogGroupArn = "", CloudWatchLogsRoleArn = "" });
}
