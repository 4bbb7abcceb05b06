namespace OrgTrail.Operations;

/// <summary>The differences between the insights that a trail records and those that are wanted, by what they mean.</summary>
internal sealed class InsightChanges
{
    private InsightChanges(IReadOnlyList<string> texts) => Texts = texts;

    /// <summary>Each difference, for people: <c>add ApiErrorRateInsight of Management events</c>.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Whether nothing has to be sent.</summary>
    public bool IsEmpty => Texts.Count == 0;

    /// <summary>Compares what is wanted with what is.</summary>
    public static InsightChanges Between(InsightSelectors live, InsightSelectors wanted)
    {
        var before = live.Selectors.DistinctBy(SelectorMeaning.Of).ToDictionary(SelectorMeaning.Of);
        var after = wanted.Selectors.DistinctBy(SelectorMeaning.Of).ToDictionary(SelectorMeaning.Of);
        return new(
        [
            .. after.Where(selector => !before.ContainsKey(selector.Key)).Select(selector => $"add {selector.Value}"),
            .. before.Where(selector => !after.ContainsKey(selector.Key)).Select(selector => $"remove {selector.Value}"),
        ]);
    }
}
