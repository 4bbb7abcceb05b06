namespace OrgTrail.Trails;

/// <summary>What can be wrong with selectors that somebody gave.</summary>
internal static class SelectorProblems
{
    /// <summary>Event selectors that CloudTrail would refuse.</summary>
    /// <param name="faults">Each fault, with the selector that has it.</param>
    public static Problem InvalidEvents(IReadOnlyCollection<string> faults) => Invalid(
        "InvalidEventSelectors",
        "event",
        faults,
        "Correct them, nothing was sent. A trail has either 1 to 5 basic event selectors, with at most 250 data resources, or advanced ones, with at most 500 values; see PutEventSelectors in the CloudTrail API reference.");

    /// <summary>Insight selectors that CloudTrail would refuse.</summary>
    /// <param name="faults">Each fault, with the selector that has it.</param>
    public static Problem InvalidInsights(IReadOnlyCollection<string> faults) => Invalid(
        "InvalidInsightSelectors",
        "insight",
        faults,
        "Correct them, nothing was sent. Types are ApiCallRateInsight and ApiErrorRateInsight, event categories Management and Data; Get-OrgTrailEventSelector shows which events the trail records.");

    private static Problem Invalid(string id, string kind, IReadOnlyCollection<string> faults, string advice) => new(
        id,
        ProblemKind.InvalidInput,
        $"The {kind} selectors break {(faults.Count == 1 ? "a rule" : $"{faults.Count} rules")}: {string.Join("; ", faults)}.",
        advice);
}
