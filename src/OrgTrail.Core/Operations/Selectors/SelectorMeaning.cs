namespace OrgTrail.Operations;

/// <summary>Texts that are the same for selectors of the same meaning, and only for those.</summary>
internal static class SelectorMeaning
{
    private static readonly string Default = Of(new EventSelector());

    /// <summary>Whether basic selectors, by their meanings, record what a trail records that nobody gave selectors.</summary>
    public static bool IsDefault(IReadOnlyCollection<string> meanings) => meanings.All(meaning => meaning == Default);

    public static string Of(EventSelector selector) => Join(
    [
        "basic", selector.ReadWriteType, $"{selector.IncludeManagementEvents}",
        Set("exclude", selector.ExcludeManagementEventSources),
        .. selector.DataResources.GroupBy(resource => resource.Type).OrderBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => Set(type.Key, type.SelectMany(resource => resource.Values))),
    ]);

    public static string Of(AdvancedEventSelector selector) => Join(
    [
        "advanced", selector.Name ?? "",
        .. selector.FieldSelectors.OrderBy(condition => condition.Field, StringComparer.Ordinal).Select(Of),
    ]);

    public static string Of(InsightSelector selector) => Set(selector.InsightType, selector.EffectiveCategories);

    private static string Of(AdvancedFieldSelector condition) =>
        Join([condition.Field, .. condition.Operators.Select(given => Set(given.Name, given.Values))]);

    private static string Set(string name, IEnumerable<string> values) =>
        Join([name, .. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    // Parts carry their lengths, so that no part can be taken for two.
    private static string Join(IEnumerable<string> parts) => string.Concat(parts.Select(part => $"{part.Length}:{part}"));
}
