using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Trails.Selectors;

public sealed class EventSelectorReaderTests
{
    [Fact]
    public void Basic_selectors_are_read_from_a_table_of_their_members_in_any_case()
    {
        var selector = Assert.Single(EventSelectorReader.Read(
        [
            new Dictionary<string, object?>
            {
                ["readwritetype"] = "WriteOnly",
                ["IncludeManagementEvents"] = false,
                ["DataResources"] = new object?[] { new Dictionary<string, object?> { ["Type"] = "AWS::S3::Object", ["Values"] = new object?[] { "arn:aws:s3" } } },
                ["ExcludeManagementEventSources"] = null,
            },
        ], []).Basic);

        Assert.Equal("WriteOnly", selector.ReadWriteType);
        Assert.False(selector.IncludeManagementEvents);
        Assert.Equal("AWS::S3::Object", selector.DataResources[0].Type);
        Assert.Equal(["arn:aws:s3"], selector.DataResources[0].Values);
        Assert.Empty(selector.ExcludeManagementEventSources);
    }

    [Fact]
    public void What_is_left_out_is_what_CloudTrail_takes_then()
    {
        var selector = Assert.Single(EventSelectorReader.Read(["{}"], []).Basic);

        Assert.Equal("All", selector.ReadWriteType);
        Assert.True(selector.IncludeManagementEvents);
    }

    [Fact]
    public void Advanced_selectors_are_read_from_JSON_of_one_or_several()
    {
        const string One = """{"Name":"writes","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"readOnly","Equals":["false"],"NotEquals":[]}]}""";

        Assert.Equal("writes", Assert.Single(EventSelectorReader.Read([], [One]).Advanced).Name);
        var selectors = EventSelectorReader.Read([], [$"[{One},{One}]", One]).Advanced;
        Assert.Equal(3, selectors.Count);
        Assert.Equal("'writes': eventCategory Equals Data; readOnly Equals false", selectors[2].ToString());
    }

    [Fact]
    public void A_single_value_counts_as_a_list_and_a_truth_value_as_its_text()
    {
        var selector = EventSelectorReader.Read([], [new Dictionary<string, object?>
        {
            ["FieldSelectors"] = new Dictionary<string, object?> { ["Field"] = "readOnly", ["Equals"] = true },
        }]).Advanced[0];

        Assert.Equal(["true"], selector.FieldSelectors[0].Equals);
    }

    [Fact]
    public void Selectors_that_are_selectors_already_are_taken_as_they_are()
    {
        var basic = new EventSelector { ReadWriteType = "ReadOnly" };

        Assert.Same(basic, Assert.Single(EventSelectorReader.Read([new object?[] { basic }], []).Basic));
    }

    [Theory]
    [InlineData("""{"ReadWriteTyp":"All"}""", "EventSelector[0] has 'ReadWriteTyp', which is not one of ReadWriteType, IncludeManagementEvents, DataResources, ExcludeManagementEventSources (perhaps ReadWriteType)")]
    [InlineData("""[{},{"DataResources":[{"Type":"AWS::S3::Object","Value":["arn:aws:s3"]}]}]""", "EventSelector[1].DataResources[0] has 'Value', which is not one of Type, Values")]
    [InlineData("""{"DataResources":[{"Values":["arn:aws:s3"]}]}""", "EventSelector[0].DataResources[0] has no Type")]
    [InlineData("""{"DataResources":["arn:aws:s3"]}""", "EventSelector[0].DataResources has something that is no object")]
    [InlineData("""{"IncludeManagementEvents":"yes"}""", "EventSelector[0].IncludeManagementEvents is neither true nor false")]
    [InlineData("""{"ReadWriteType":["All"]}""", "EventSelector[0].ReadWriteType is no text")]
    [InlineData("""{"ExcludeManagementEventSources":[{}]}""", "EventSelector[0].ExcludeManagementEventSources has something that is no text")]
    [InlineData("""{"ReadWriteType":"All","readWriteType":"ReadOnly"}""", "EventSelector[0] has ReadWriteType twice")]
    [InlineData("""{"ReadWriteType":"All","ReadWriteType":"ReadOnly"}""", "is not valid JSON")]
    [InlineData("{", "'{' is not valid JSON")]
    [InlineData("\"All\"", "EventSelector[0] is 'All', and neither an object nor JSON text of one")]
    [InlineData("[null]", "EventSelector[0] is empty, and neither")]
    [InlineData("{\"ReadWriteType\":\"\\ud800\"}", "is not valid JSON")]
    public void What_is_written_wrongly_is_named(string json, string fault)
    {
        var problem = Assert.Throws<OrgTrailException>(() => EventSelectorReader.Read([json], [])).Problem;

        Assert.Equal("InvalidEventSelectors", problem.Id);
        Assert.Contains(fault, problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_written_wrongly_is_named_at_once() => Assert.Contains(
        "break 3 rules: EventSelector[0] has 'a', ",
        Assert.Throws<OrgTrailException>(() => EventSelectorReader.Read(["""{"a":1,"b":2}"""], ["""{"FieldSelectors":[{"Equal":["x"],"Field":"y"}]}"""])).Problem.What,
        StringComparison.Ordinal);

    [Fact]
    public void Insight_selectors_are_read_by_their_types_alone_and_by_their_members()
    {
        var selectors = InsightSelectorReader.Read(["ApiErrorRateInsight", """[{"InsightType":"ApiCallRateInsight","EventCategories":["Data"]}]"""]).Selectors;

        Assert.Equal(["ApiErrorRateInsight of Management events", "ApiCallRateInsight of Data events"], selectors.Select(selector => selector.ToString()));
        Assert.Empty(InsightSelectorReader.Read([]).Selectors);
    }

    [Theory]
    [InlineData("""{"InsightTypes":"ApiCallRateInsight"}""", "InsightSelector[0] has 'InsightTypes', which is not one of InsightType, EventCategories (perhaps InsightType)")]
    [InlineData("""{}""", "InsightSelector[0] has no InsightType")]
    public void Insight_selectors_written_wrongly_are_named(string json, string fault)
    {
        var problem = Assert.Throws<OrgTrailException>(() => InsightSelectorReader.Read([json])).Problem;

        Assert.Equal("InvalidInsightSelectors", problem.Id);
        Assert.Contains(fault, problem.What, StringComparison.Ordinal);
    }
}
