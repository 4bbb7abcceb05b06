namespace OrgTrail.Trails;

/// <summary>Reads insight selectors that somebody wrote down with the members of the API, or by their types alone.</summary>
internal static class InsightSelectorReader
{
    private static readonly string[] Members = [nameof(InsightSelector.InsightType), nameof(InsightSelector.EventCategories)];

    /// <summary>Reads selectors. Whether CloudTrail takes them is not looked at here.</summary>
    /// <param name="given">
    /// Each an <see cref="InsightSelector"/>, an <see cref="IReadOnlyDictionary{TKey,TValue}"/> of its members, the JSON text of
    /// one or several, a list of these, <see cref="InsightSelectors"/>, or a type alone such as <c>ApiCallRateInsight</c>. Empty
    /// switches insights off.
    /// </param>
    /// <exception cref="OrgTrailException"><c>InvalidInsightSelectors</c>: names every member that is unknown or of the wrong kind.</exception>
    public static InsightSelectors Read(IReadOnlyList<object?> given)
    {
        var faults = new List<string>();
        var selectors = new SelectorList(nameof(InsightSelector), faults)
            .Read([.. given.Select(Plain)], (members, path) => Read(members, path, faults));
        return faults.Count == 0 ? new() { Selectors = selectors } : throw new OrgTrailException(SelectorProblems.InvalidInsights(faults));
    }

    private static object? Plain(object? item) => item switch
    {
        string text when IsType(text) => new InsightSelector { InsightType = text },
        InsightSelectors set => set.Selectors,
        _ => item,
    };

    // JSON texts of selectors begin with a bracket.
    private static bool IsType(string text) => text.Length > 0 && text.All(char.IsAsciiLetterOrDigit);

    private static InsightSelector Read(IReadOnlyDictionary<string, object?> members, string path, List<string> faults)
    {
        var selector = new GivenObject(members, path, Members, faults);
        return new()
        {
            InsightType = selector.RequiredText(nameof(InsightSelector.InsightType)),
            EventCategories = selector.Texts(nameof(InsightSelector.EventCategories)),
        };
    }
}
