using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Trails.Selectors;

public sealed class InsightSelectorRulesTests
{
    private const string CallRate = "ApiCallRateInsight";
    private const string ErrorRate = "ApiErrorRateInsight";

    public static TheoryData<string, InsightSelectors> Refused => new()
    {
        { "InsightSelector[0]: InsightType is 'ApiCallRate', and not one of ApiCallRateInsight, ApiErrorRateInsight", Of("ApiCallRate") },
        { "InsightSelector[0]: EventCategories has 'NetworkActivity', and takes only Management and Data", Of(CallRate, "NetworkActivity") },
        { "ApiCallRateInsight stands in 2 selectors", new() { Selectors = [.. Of(CallRate).Selectors, .. Of(CallRate, "Data").Selectors] } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Selectors_that_CloudTrail_would_refuse_are_refused_with_what_is_allowed(string fault, InsightSelectors selectors)
    {
        var problem = Assert.Throws<OrgTrailException>(() => InsightSelectorRules.Require(selectors)).Problem;

        Assert.Equal("InvalidInsightSelectors", problem.Id);
        Assert.Contains(fault, problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_types_none_and_all_categories_pass()
    {
        InsightSelectorRules.Require(new());
        InsightSelectorRules.Require(new() { Selectors = [.. Of(CallRate, "Management", "Data").Selectors, .. Of(ErrorRate).Selectors] });
    }

    [Theory]
    [InlineData(CallRate, "", "All", true)]
    [InlineData(CallRate, "Management", "WriteOnly", true)]
    [InlineData(CallRate, "Management", "ReadOnly", false)]
    [InlineData(ErrorRate, "Management", "ReadOnly", true)]
    [InlineData(ErrorRate, "Management", "", false)]
    [InlineData(CallRate, "Data", "All", false)]
    [InlineData(CallRate, "Data", "", true)]
    [InlineData(ErrorRate, "Data", "All", false)]
    public void Insights_need_the_events_that_they_are_drawn_from(string type, string category, string management, bool enough)
    {
        var selectors = Of(type, category.Length == 0 ? [] : [category]);
        var recorded = RecordedEvents.Of(new()
        {
            Basic = [management.Length == 0 ? DataOnly : new() { ReadWriteType = management }],
        });

        if (enough) InsightSelectorRules.RequireEvents(selectors, recorded);
        else Assert.Contains(
            $"{type} of {category} events needs a trail that records",
            Assert.Throws<OrgTrailException>(() => InsightSelectorRules.RequireEvents(selectors, recorded)).Problem.What,
            StringComparison.Ordinal);
    }

    private static EventSelector DataOnly => new()
    {
        IncludeManagementEvents = false,
        DataResources = [new() { Type = "AWS::S3::Object", Values = ["arn:aws:s3"] }],
    };

    private static InsightSelectors Of(string type, params string[] categories) =>
        new() { Selectors = [new() { InsightType = type, EventCategories = categories }] };
}
