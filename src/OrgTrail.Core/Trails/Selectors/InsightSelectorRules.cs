using OrgTrail.Problems;

namespace OrgTrail.Trails;

/// <summary>What can be known to be wrong with insight selectors before they are sent (CloudTrail API reference, PutInsightSelectors).</summary>
internal static class InsightSelectorRules
{
    private const string CallRate = "ApiCallRateInsight";
    private const string ErrorRate = "ApiErrorRateInsight";
    private const string Management = "Management";
    private const string Data = "Data";

    private static readonly string[] Types = [CallRate, ErrorRate];
    private static readonly string[] Categories = [Management, Data];

    /// <summary>Checks selectors by themselves.</summary>
    /// <exception cref="OrgTrailException"><c>InvalidInsightSelectors</c>: names every broken rule.</exception>
    public static void Require(InsightSelectors selectors) => ProblemList.ThrowIfAny([.. Faults(selectors)]);

    /// <summary>What is wrong with selectors by themselves: one problem that names every broken rule, or none.</summary>
    public static IEnumerable<Problem> Faults(InsightSelectors selectors) =>
        Broken([.. selectors.Selectors.SelectMany(Faults), .. Twice(selectors)]);

    /// <summary>Checks whether a trail records the events that its insights are drawn from.</summary>
    /// <exception cref="OrgTrailException"><c>InvalidInsightSelectors</c>: names every broken rule.</exception>
    public static void RequireEvents(InsightSelectors selectors, RecordedEvents recorded) =>
        ProblemList.ThrowIfAny([.. FaultsFor(selectors, recorded)]);

    /// <summary>What is wrong with selectors for a trail that records certain events: one problem that names every broken rule, or none.</summary>
    public static IEnumerable<Problem> FaultsFor(InsightSelectors selectors, RecordedEvents recorded) => Broken([.. Starved(selectors, recorded)]);

    /// <summary>What insights lack when a trail records no more than this; empty when they lack nothing.</summary>
    public static IEnumerable<string> Starved(InsightSelectors selectors, RecordedEvents recorded) =>
        from selector in selectors.Selectors
        from category in selector.EffectiveCategories.Distinct()
        let lack = Lack(selector.InsightType, category, recorded)
        where lack is not null
        select $"{selector.InsightType} of {category} events needs a trail that records {lack}";

    private static string? Lack(string type, string category, RecordedEvents recorded) => (type, category) switch
    {
        (CallRate, Management) => recorded.ManagementWrites ? null : "write management events",
        (ErrorRate, Management) => recorded.ManagementWrites || recorded.ManagementReads ? null : "management events",
        (_, Data) => recorded.Data ? null : "data events",
        _ => null,
    };

    private static IEnumerable<string> Faults(InsightSelector selector, int index)
    {
        if (!Types.Contains(selector.InsightType))
            yield return $"InsightSelector[{index}]: InsightType is {NamingRule.Quote(selector.InsightType)}, and not one of {string.Join(", ", Types)}";
        foreach (var category in selector.EventCategories.Except(Categories))
            yield return $"InsightSelector[{index}]: EventCategories has {NamingRule.Quote(category)}, and takes only {string.Join(" and ", Categories)}";
    }

    private static IEnumerable<string> Twice(InsightSelectors selectors) => selectors.Selectors
        .GroupBy(selector => selector.InsightType)
        .Where(group => group.Count() > 1)
        .Select(group => $"{group.Key} stands in {group.Count()} selectors; give all event categories of a type in one");

    private static IEnumerable<Problem> Broken(string[] faults) => faults.Length > 0 ? [SelectorProblems.InvalidInsights(faults)] : [];
}
