using OrgTrail.Aws.Tests.Support;
using OrgTrail.Ports;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class AwsTrailsTests : ConnectionTest
{
    private const string Arn = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/acme";

    [Fact]
    public async Task Create_sends_what_is_set_and_nothing_else()
    {
        Aws.On("CloudTrail", "CreateTrail").Answers($$"""{"Name":"acme","S3BucketName":"acme-audit","TrailARN":"{{Arn}}","IsMultiRegionTrail":true,"LogFileValidationEnabled":true,"IncludeGlobalServiceEvents":true,"IsOrganizationTrail":true,"KmsKeyId":"arn:aws:kms:eu-west-1:111111111111:key/k"}""");
        using var cloud = await ConnectAsync(ByHand);
        var trail = await cloud.TrailsIn("eu-west-1").CreateAsync(
            new()
            {
                Name = "acme",
                S3BucketName = "acme-audit",
                IsMultiRegionTrail = true,
                IsOrganizationTrail = true,
                EnableLogFileValidation = false,
                Tags = new Dictionary<string, string> { ["team"] = "security", ["empty"] = "" },
            },
            default);

        var sent = Assert.Single(Aws.Calls);
        Assert.Equal(
            """{"EnableLogFileValidation":false,"IsMultiRegionTrail":true,"IsOrganizationTrail":true,"Name":"acme","S3BucketName":"acme-audit","TagsList":[{"Key":"team","Value":"security"},{"Key":"empty","Value":""}]}""",
            Sorted(sent.Body));
        Assert.Equal(("acme", Arn, "eu-west-1", "acme-audit"), (trail.Name, trail.TrailARN, trail.HomeRegion, trail.S3BucketName));
        Assert.True(trail is { IsMultiRegionTrail: true, LogFileValidationEnabled: true, IncludeGlobalServiceEvents: true, IsOrganizationTrail: true });
        Assert.Equal("arn:aws:kms:eu-west-1:111111111111:key/k", trail.KmsKeyId);
        Assert.Null(trail.S3KeyPrefix);
    }

    [Fact]
    public async Task Update_sends_an_empty_text_to_remove_a_value_and_leaves_the_rest_out()
    {
        Aws.On("CloudTrail", "UpdateTrail").Answers($$"""{"Name":"acme","TrailARN":"{{Arn}}","S3BucketName":"acme-audit","IsOrganizationTrail":true}""");
        using var cloud = await ConnectAsync(ByHand);
        var trail = await cloud.TrailsIn("eu-west-1").UpdateAsync(Arn, new() { Name = "ignored", KmsKeyId = "", SnsTopicName = "", IsOrganizationTrail = true }, default);

        Assert.Equal($$"""{"IsOrganizationTrail":true,"KmsKeyId":"","Name":"{{Arn}}","SnsTopicName":""}""", Sorted(Assert.Single(Aws.Calls).Body));
        Assert.True(trail.IsOrganizationTrail);
        Assert.Equal("eu-west-1", trail.HomeRegion);
    }

    [Fact]
    public async Task Recursive_logging_is_sent_when_it_is_said_and_read_as_it_is_answered()
    {
        Aws.On("CloudTrail", "CreateTrail").Answers($$"""{"TrailARN":"{{Arn}}","RecursiveLogging":false}""");
        Aws.On("CloudTrail", "UpdateTrail").Answers($$"""{"TrailARN":"{{Arn}}","RecursiveLogging":true}""");
        Aws.On("CloudTrail", "GetTrail").AnswersOnce($$$"""{"Trail":{"TrailARN":"{{{Arn}}}","RecursiveLogging":false}}""").AnswersOnce($$$"""{"Trail":{"TrailARN":"{{{Arn}}}"}}""");
        using var cloud = await ConnectAsync(ByHand);
        var trails = cloud.TrailsIn("eu-west-1");

        Assert.False((await trails.CreateAsync(new() { Name = "acme", RecursiveLogging = false }, default)).RecursiveLogging);
        Assert.True((await trails.UpdateAsync(Arn, new() { RecursiveLogging = true }, default)).RecursiveLogging);
        Assert.Equal(["false", "true"], Aws.Calls.Select(call => call.Member("RecursiveLogging")));
        Assert.False((await trails.GetAsync(Arn, default)).RecursiveLogging);
        // Answers from before September 2026 do not tell.
        Assert.Null((await trails.GetAsync(Arn, default)).RecursiveLogging);
    }

    [Fact]
    public async Task Get_shows_every_member()
    {
        Aws.On("CloudTrail", "GetTrail").Answers($$$"""
            {"Trail":{"Name":"acme","S3BucketName":"acme-audit","S3KeyPrefix":"p","SnsTopicARN":"t","IncludeGlobalServiceEvents":true,"IsMultiRegionTrail":true,"HomeRegion":"eu-west-1","TrailARN":"{{{Arn}}}","LogFileValidationEnabled":true,"CloudWatchLogsLogGroupArn":"g","CloudWatchLogsRoleArn":"r","KmsKeyId":"k","HasCustomEventSelectors":false,"HasInsightSelectors":true,"IsOrganizationTrail":true}}
            """);
        using var cloud = await ConnectAsync(ByHand);
        var trail = await cloud.TrailsIn("eu-west-1").GetAsync("acme", default);

        Assert.Equal("acme", Assert.Single(Aws.Calls).Member("Name"));
        Assert.Equal(
            ("acme", Arn, "eu-west-1", "acme-audit", "p", "t", "g", "r", "k"),
            (trail.Name, trail.TrailARN, trail.HomeRegion, trail.S3BucketName, trail.S3KeyPrefix, trail.SnsTopicARN, trail.CloudWatchLogsLogGroupArn, trail.CloudWatchLogsRoleArn, trail.KmsKeyId));
        Assert.True(trail is { HasCustomEventSelectors: false, HasInsightSelectors: true, IncludeGlobalServiceEvents: true, IsMultiRegionTrail: true, IsOrganizationTrail: true, LogFileValidationEnabled: true });
    }

    [Fact]
    public async Task The_home_Region_is_the_one_in_the_ARN_where_the_answer_lacks_it()
    {
        // moto's GetTrail does; a shadow trail's answer may come from any Region.
        Aws.On("CloudTrail", "GetTrail").Answers($$$"""{"Trail":{"Name":"acme","TrailARN":"{{{Arn}}}","S3KeyPrefix":""}}""");
        using var cloud = await ConnectAsync(ByHand);
        var trail = await cloud.TrailsIn("us-east-1").GetAsync(Arn, default);

        Assert.Equal("eu-west-1", trail.HomeRegion);
        Assert.Null(trail.S3KeyPrefix);
        Assert.Null(trail.HasInsightSelectors);
    }

    [Fact]
    public async Task List_follows_every_page_also_empty_ones()
    {
        Aws.On("CloudTrail", "ListTrails")
            .AnswersOnce($$"""{"Trails":[{"TrailARN":"{{Arn}}","Name":"acme","HomeRegion":"eu-west-1"}],"NextToken":"1"}""")
            .AnswersOnce("""{"Trails":[],"NextToken":"2"}""")
            .AnswersOnce("""{"NextToken":"3"}""")
            .AnswersOnce("""{"Trails":[{"TrailARN":"arn:aws:cloudtrail:us-east-1:111111111111:trail/second"}]}""");
        using var cloud = await ConnectAsync(ByHand);

        var trails = new List<TrailListing>();
        await foreach (var trail in cloud.TrailsIn("us-east-1").ListAsync(default)) trails.Add(trail);
        Assert.Equal(
            [new(Arn, "acme", "eu-west-1"), new("arn:aws:cloudtrail:us-east-1:111111111111:trail/second", "second", "us-east-1")],
            trails);
        Assert.Equal([null, "1", "2", "3"], Aws.Calls.Select(call => call.Member("NextToken")));
    }

    [Fact]
    public async Task Describe_asks_for_shadow_trails_too()
    {
        Aws.On("CloudTrail", "DescribeTrails").AnswersOnce($$"""{"trailList":[{"Name":"acme","TrailARN":"{{Arn}}"}]}""").AnswersOnce("""{"trailList":[]}""");
        using var cloud = await ConnectAsync(ByHand);

        Assert.Equal(Arn, Assert.Single(await cloud.TrailsIn("us-east-1").DescribeAsync(default)).TrailARN);
        Assert.Empty(await cloud.TrailsIn("us-east-1").DescribeAsync(default));
        Assert.All(Aws.Calls, call => Assert.Equal("true", call.Member("includeShadowTrails")));
    }

    [Fact]
    public async Task Status_has_its_times_in_UTC_and_no_errors_while_all_is_well()
    {
        Aws.On("CloudTrail", "GetTrailStatus").AnswersOnce("""{"IsLogging":true,"LatestDeliveryTime":1735689600.5,"StartLoggingTime":1735689600,"LatestDeliveryError":""}""")
            .AnswersOnce("""{"IsLogging":false,"LatestDeliveryError":"AccessDenied","LatestDigestDeliveryError":"NoSuchBucket","LatestNotificationError":"AuthorizationError","LatestCloudWatchLogsDeliveryError":"x"}""");
        using var cloud = await ConnectAsync(ByHand);
        var trails = cloud.TrailsIn("eu-west-1");

        var well = await trails.GetStatusAsync(TrailArn.Parse(Arn), default);
        Assert.Equal(Arn, Aws.Calls[0].Member("Name"));
        Assert.Equal(("acme", Arn, "eu-west-1", true), (well.Name, well.TrailARN, well.HomeRegion, well.IsLogging));
        Assert.Equal(new DateTimeOffset(2025, 1, 1, 0, 0, 0, 500, TimeSpan.Zero), well.LatestDeliveryTime);
        Assert.Equal(TimeSpan.Zero, well.StartLoggingTime!.Value.Offset);
        Assert.Null(well.LatestDeliveryError);
        Assert.Null(well.StopLoggingTime);

        var ill = await trails.GetStatusAsync(TrailArn.Parse(Arn), default);
        Assert.Equal(
            ("AccessDenied", "NoSuchBucket", "AuthorizationError", "x", false),
            (ill.LatestDeliveryError, ill.LatestDigestDeliveryError, ill.LatestNotificationError, ill.LatestCloudWatchLogsDeliveryError, ill.IsLogging));
    }

    [Fact]
    public async Task Delete_start_and_stop_name_the_trail()
    {
        foreach (var operation in new[] { "DeleteTrail", "StartLogging", "StopLogging" }) Aws.On("CloudTrail", operation).Answers("");
        using var cloud = await ConnectAsync(ByHand);
        var trails = cloud.TrailsIn("eu-west-1");
        await trails.StartLoggingAsync(Arn, default);
        await trails.StopLoggingAsync("acme", default);
        await trails.DeleteAsync(Arn, default);

        Assert.Equal(
            [$"CloudTrail.StartLogging {Arn}", "CloudTrail.StopLogging acme", $"CloudTrail.DeleteTrail {Arn}"],
            Aws.Calls.Select(call => $"{call} {call.Member("Name")}"));
    }

    [Fact]
    public async Task An_answer_without_the_trail_is_none_of_AWS()
    {
        foreach (var operation in new[] { "CreateTrail", "UpdateTrail", "GetTrail" }) Aws.On("CloudTrail", operation).Answers("{}");
        using var cloud = await ConnectAsync(ByHand);
        var trails = cloud.TrailsIn("eu-west-1");
        foreach (var send in new Func<Task>[] { () => trails.CreateAsync(new(), default), () => trails.UpdateAsync(Arn, new(), default), () => trails.GetAsync(Arn, default) })
            Assert.Equal("ServiceFailed", (await Assert.ThrowsAsync<OrgTrailException>(send)).Problem.Id);
    }

    private static string Sorted(System.Text.Json.JsonElement body) => System.Text.Json.JsonSerializer.Serialize(
        body.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).ToDictionary(member => member.Name, member => member.Value));
}
