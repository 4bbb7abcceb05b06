using OrgTrail.Aws.Tests.Support;

namespace OrgTrail.Aws.Tests.Ports;

public sealed class AwsTrailSelectorsTests : ConnectionTest
{
    private const string Arn = "arn:aws:cloudtrail:eu-west-1:111111111111:trail/acme";

    [Fact]
    public async Task Basic_selectors_are_shown_with_the_defaults_of_what_is_left_out()
    {
        Aws.On("CloudTrail", "GetEventSelectors").Answers($$"""
            {"TrailARN":"{{Arn}}","EventSelectors":[
              {"ReadWriteType":"WriteOnly","IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}],"ExcludeManagementEventSources":["kms.amazonaws.com"]},
              {}]}
            """);
        using var cloud = await ConnectAsync(ByHand);

        var selectors = await cloud.TrailsIn("eu-west-1").Selectors.GetEventsAsync("acme", default);

        Assert.Equal("""{"TrailName":"acme"}""", Assert.Single(Aws.Calls).Text);
        Assert.Equal(Arn, selectors.TrailARN);
        Assert.Empty(selectors.Advanced);
        var full = selectors.Basic[0];
        Assert.Equal(("WriteOnly", false), (full.ReadWriteType, full.IncludeManagementEvents));
        Assert.Equal("AWS::S3::Object", Assert.Single(full.DataResources).Type);
        Assert.Equal(["arn:aws:s3"], full.DataResources[0].Values);
        Assert.Equal(["kms.amazonaws.com"], full.ExcludeManagementEventSources);
        var bare = selectors.Basic[1];
        Assert.Equal(("All", true), (bare.ReadWriteType, bare.IncludeManagementEvents));
        Assert.Empty(bare.DataResources);
        Assert.Empty(bare.ExcludeManagementEventSources);
    }

    [Fact]
    public async Task Advanced_selectors_are_shown_with_every_operator()
    {
        Aws.On("CloudTrail", "GetEventSelectors").Answers($$"""
            {"TrailARN":"{{Arn}}","AdvancedEventSelectors":[{"Name":"Management events selector","FieldSelectors":[
              {"Field":"eventCategory","Equals":["Management"]},
              {"Field":"eventSource","StartsWith":["a"],"EndsWith":["b"],"NotEquals":["c"],"NotStartsWith":["d"],"NotEndsWith":["e"]}]},
              {"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]}]}]}
            """);
        using var cloud = await ConnectAsync(ByHand);

        var selectors = await cloud.TrailsIn("eu-west-1").Selectors.GetEventsAsync(Arn, default);

        Assert.Empty(selectors.Basic);
        Assert.Equal(["Management events selector", null], selectors.Advanced.Select(selector => selector.Name));
        var fields = selectors.Advanced[0].FieldSelectors;
        Assert.Equal(("eventCategory", "Management"), (fields[0].Field, Assert.Single(fields[0].Equals)));
        Assert.Empty(fields[0].NotEquals);
        Assert.Equal(["a", "b", "c", "d", "e"], [.. fields[1].StartsWith, .. fields[1].EndsWith, .. fields[1].NotEquals, .. fields[1].NotStartsWith, .. fields[1].NotEndsWith]);
    }

    [Fact]
    public async Task Basic_selectors_are_sent_whole_and_alone()
    {
        Aws.On("CloudTrail", "PutEventSelectors").Answers($$"""{"TrailARN":"{{Arn}}"}""");
        using var cloud = await ConnectAsync(ByHand);

        await cloud.TrailsIn("eu-west-1").Selectors.PutEventsAsync(Arn, new() { Basic = [new() { DataResources = [new() { Type = "AWS::S3::Object", Values = ["arn:aws:s3"] }] }] }, default);

        Assert.Equal(
            $$"""{"TrailName":"{{Arn}}","EventSelectors":[{"ReadWriteType":"All","IncludeManagementEvents":true,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}],"ExcludeManagementEventSources":[]}]}""",
            Assert.Single(Aws.Calls).Text);
    }

    [Fact]
    public async Task Advanced_selectors_are_sent_without_operators_that_have_no_value()
    {
        Aws.On("CloudTrail", "PutEventSelectors").Answers($$"""{"TrailARN":"{{Arn}}"}""");
        using var cloud = await ConnectAsync(ByHand);

        await cloud.TrailsIn("eu-west-1").Selectors.PutEventsAsync(
            "acme",
            new() { Advanced = [new() { FieldSelectors = [new() { Field = "eventCategory", Equals = ["Management"] }, new() { Field = "readOnly", NotEquals = ["true"] }] }] },
            default);

        Assert.Equal(
            """{"TrailName":"acme","AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"readOnly","NotEquals":["true"]}]}]}""",
            Assert.Single(Aws.Calls).Text);
    }

    [Fact]
    public async Task Insights_are_shown()
    {
        Aws.On("CloudTrail", "GetInsightSelectors").Answers($$"""{"TrailARN":"{{Arn}}","InsightSelectors":[{"InsightType":"ApiCallRateInsight"},{"InsightType":"ApiErrorRateInsight","EventCategories":["Management","Data"]}]}""");
        using var cloud = await ConnectAsync(ByHand);

        var insights = await cloud.TrailsIn("eu-west-1").Selectors.GetInsightsAsync("acme", default);

        Assert.Equal(Arn, insights.TrailARN);
        Assert.Equal(["ApiCallRateInsight", "ApiErrorRateInsight"], insights.Selectors.Select(selector => selector.InsightType));
        Assert.Empty(insights.Selectors[0].EventCategories);
        Assert.Equal(["Management", "Data"], insights.Selectors[1].EventCategories);
    }

    [Theory]
    [InlineData(Arn, Arn)]
    [InlineData("acme", "")]
    public async Task A_trail_without_insights_has_none_and_is_no_error(string address, string arn)
    {
        Aws.On("CloudTrail", "GetInsightSelectors").Fails("InsightNotEnabledException", "Trail has no insights.");
        using var cloud = await ConnectAsync(ByHand);

        var insights = await cloud.TrailsIn("eu-west-1").Selectors.GetInsightsAsync(address, default);

        Assert.Empty(insights.Selectors);
        Assert.Equal(arn, insights.TrailARN);
        Assert.Single(Aws.Calls);
    }

    [Fact]
    public async Task No_insights_are_sent_as_an_empty_list()
    {
        Aws.On("CloudTrail", "PutInsightSelectors").Answers($$"""{"TrailARN":"{{Arn}}"}""");
        using var cloud = await ConnectAsync(ByHand);
        var selectors = cloud.TrailsIn("eu-west-1").Selectors;

        await selectors.PutInsightsAsync("acme", new(), default);
        await selectors.PutInsightsAsync("acme", new() { Selectors = [new() { InsightType = "ApiCallRateInsight" }, new() { InsightType = "ApiErrorRateInsight", EventCategories = ["Data"] }] }, default);

        Assert.Equal(
            [
                """{"TrailName":"acme","InsightSelectors":[]}""",
                """{"TrailName":"acme","InsightSelectors":[{"InsightType":"ApiCallRateInsight"},{"InsightType":"ApiErrorRateInsight","EventCategories":["Data"]}]}""",
            ],
            Aws.Calls.Select(call => call.Text));
    }
}
