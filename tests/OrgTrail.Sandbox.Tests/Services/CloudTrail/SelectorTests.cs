using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Tests.Services.CloudTrail;

public sealed class SelectorTests : IDisposable
{
    private readonly Scene _scene = new();

    public SelectorTests() => _scene.CreateOrganizationTrail();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_new_trail_has_the_default_selector_and_no_custom_ones()
    {
        var selectors = _scene.Call("GetEventSelectors", new { TrailName = "acme" });

        Assert.Equal("Management events selector", (string?)selectors["AdvancedEventSelectors"]![0]!["Name"]);
        Assert.False(selectors.ContainsKey("EventSelectors"));
        Assert.False(HasCustomSelectors());
    }

    [Fact]
    public void Basic_and_advanced_selectors_replace_each_other()
    {
        Put("""{"EventSelectors":[{"ReadWriteType":"WriteOnly","IncludeManagementEvents":true,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}]}]}""");
        var basic = _scene.Call("GetEventSelectors", new { TrailName = TrailPolicies.TrailArn }, Scene.Member);
        Assert.Equal("WriteOnly", (string?)basic["EventSelectors"]![0]!["ReadWriteType"]);
        Assert.False(basic.ContainsKey("AdvancedEventSelectors"));
        Assert.True(HasCustomSelectors());

        Put("""{"AdvancedEventSelectors":[{"Name":"reads","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"readOnly","Equals":["true"],"NotEquals":[]}]}]}""");
        var advanced = _scene.Call("GetEventSelectors", new { TrailName = "acme" });
        Assert.False(advanced.ContainsKey("EventSelectors"));
        Assert.Equal("readOnly", (string?)advanced["AdvancedEventSelectors"]![0]!["FieldSelectors"]![1]!["Field"]);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"EventSelectors":[],"AdvancedEventSelectors":[]}""")]
    [InlineData("""{"EventSelectors":[]}""")]
    [InlineData("""{"EventSelectors":[{},{},{},{},{},{}]}""")]
    [InlineData("""{"EventSelectors":[{"ReadWriteType":"Both"}]}""")]
    [InlineData("""{"EventSelectors":[{"ExcludeManagementEventSources":["s3.amazonaws.com"]}]}""")]
    [InlineData("""{"EventSelectors":[{"DataResources":[{"Type":"AWS::EC2::Instance","Values":[]}]}]}""")]
    [InlineData("""{"EventSelectors":[{"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:lambda"]}]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"readOnly","Equals":["true"]}]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Everything"]}]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management","Data"]}]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","StartsWith":["Management"]}]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"eventName","Equals":["RunInstances"]}]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"eventSource","NotEquals":["s3.amazonaws.com"]}]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]}]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["NetworkActivity"]}]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["NetworkActivity"]},{"Field":"eventSource","Equals":["s3.amazonaws.com"]},{"Field":"errorCode","Equals":["Other"]}]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"eventCategory","Equals":["Management"]}]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"readOnly"}]}]}""")]
    [InlineData("""{"AdvancedEventSelectors":[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"readOnly","Equals":["maybe"]}]}]}""")]
    public void Selectors_against_the_rules_are_refused_and_change_nothing(string body)
    {
        Assert.Equal("InvalidEventSelectorsException", _scene.Refusal("PutEventSelectors", Named(body)));
        Assert.False(HasCustomSelectors());
    }

    [Theory]
    [InlineData(250, true)]
    [InlineData(251, false)]
    public void Basic_selectors_name_250_resources_at_most(int count, bool accepted)
    {
        var values = Enumerable.Range(0, count).Select(i => $"arn:aws:s3:::bucket-{i}/");
        var body = new { TrailName = "acme", EventSelectors = new[] { new { DataResources = new[] { new { Type = "AWS::S3::Object", Values = values } } } } };
        Assert.Equal(accepted, Record.Exception(() => _scene.Call("PutEventSelectors", body)) is null);
    }

    [Theory]
    [InlineData(498, true)]
    [InlineData(499, false)]
    public void Advanced_selectors_have_500_values_at_most(int count, bool accepted)
    {
        var values = Enumerable.Range(0, count).Select(i => $"Get{i}");
        object[] fields = [new { Field = "eventCategory", Equals = (string[])["Data"] }, new { Field = "resources.type", Equals = (string[])["AWS::S3::Object"] }, new { Field = "eventName", NotEquals = values }];
        var body = new { TrailName = "acme", AdvancedEventSelectors = new[] { new { FieldSelectors = fields } } };
        Assert.Equal(accepted, Record.Exception(() => _scene.Call("PutEventSelectors", body)) is null);
    }

    [Fact]
    public void Insights_are_off_until_put_and_an_empty_list_turns_them_off_again()
    {
        Assert.Equal("InsightNotEnabledException", _scene.Refusal("GetInsightSelectors", new { TrailName = "acme" }));
        PutInsights("""[{"InsightType":"ApiCallRateInsight","EventCategories":["Management"]}]""");
        Assert.Equal("ApiCallRateInsight", (string?)_scene.Call("GetInsightSelectors", new { TrailName = "acme" })["InsightSelectors"]![0]!["InsightType"]);
        Assert.True((bool)_scene.Call("GetTrail", new { Name = "acme" })["Trail"]!["HasInsightSelectors"]!);
        PutInsights("[]");
        Assert.Equal("InsightNotEnabledException", _scene.Refusal("GetInsightSelectors", new { TrailName = "acme" }));
    }

    [Fact]
    public void Insights_into_call_rates_need_write_events()
    {
        Put("""{"EventSelectors":[{"ReadWriteType":"ReadOnly"}]}""");
        Assert.Equal("InvalidInsightSelectorsException", _scene.Refusal("PutInsightSelectors", new { TrailName = "acme", InsightSelectors = new[] { new { InsightType = "ApiCallRateInsight" } } }));
        Assert.Equal("InvalidInsightSelectorsException", _scene.Refusal("PutInsightSelectors", new { TrailName = "acme", InsightSelectors = new[] { new { InsightType = "Other" } } }));
        PutInsights("""[{"InsightType":"ApiErrorRateInsight"}]""");
        Put("""{"EventSelectors":[{"IncludeManagementEvents":false}]}""");
        Assert.Equal("InvalidInsightSelectorsException", _scene.Refusal("PutInsightSelectors", new { TrailName = "acme", InsightSelectors = new[] { new { InsightType = "ApiErrorRateInsight" } } }));
    }

    [Fact]
    public void Tags_are_added_replaced_listed_and_removed()
    {
        Tag("AddTags", ("team", "audit"), ("cost", "1"));
        Tag("AddTags", ("cost", "2"));
        Tag("RemoveTags", ("team", "whatever"));

        var listed = _scene.Call("ListTags", new { ResourceIdList = (string[])[TrailPolicies.TrailArn] })["ResourceTagList"]![0]!;
        Assert.Equal("""[{"Key":"cost","Value":"2"}]""", listed["TagsList"]!.ToJsonString());
    }

    [Fact]
    public void Tags_against_the_rules_are_refused()
    {
        Assert.Equal("InvalidTagParameterException", _scene.Refusal("AddTags", Tags(("a", "1"), ("a", "2"))));
        Assert.Equal("InvalidTagParameterException", _scene.Refusal("AddTags", Tags(("aws:a", "1"))));
        Assert.Equal("InvalidTagParameterException", _scene.Refusal("AddTags", Tags((new string('k', 129), "1"))));
        Assert.Equal("TagsLimitExceededException", _scene.Refusal("AddTags", Tags([.. Enumerable.Range(0, 51).Select(i => ($"k{i}", ""))])));
        Assert.Equal("CloudTrailARNInvalidException", _scene.Refusal("AddTags", new { ResourceId = "acme", TagsList = Array.Empty<object>() }));
        Assert.Equal("ResourceNotFoundException", _scene.Refusal("AddTags", new { ResourceId = TrailPolicies.TrailArn + "2", TagsList = Array.Empty<object>() }));
        Assert.Equal("EventDataStoreNotFoundException", _scene.Refusal("ListTags", new { ResourceIdList = (string[])["arn:aws:cloudtrail:us-east-1:111111111111:eventdatastore/x"] }));
    }

    private bool HasCustomSelectors() => (bool)_scene.Call("GetTrail", new { Name = "acme" })["Trail"]!["HasCustomEventSelectors"]!;

    private void Put(string body) => _scene.Call("PutEventSelectors", Named(body));

    private void PutInsights(string selectors) =>
        _scene.Call("PutInsightSelectors", new { TrailName = "acme", InsightSelectors = JsonNode.Parse(selectors) });

    private static JsonObject Named(string body) => Scene.With(new { TrailName = "acme" }, JsonNode.Parse(body));

    private void Tag(string operation, params (string Key, string Value)[] tags) => _scene.Call(operation, Tags(tags));

    private static object Tags(params (string Key, string Value)[] tags) =>
        new { ResourceId = TrailPolicies.TrailArn, TagsList = tags.Select(tag => new { tag.Key, tag.Value }) };
}
