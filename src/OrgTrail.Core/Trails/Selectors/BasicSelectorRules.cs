namespace OrgTrail.Trails;

/// <summary>The rules for basic event selectors (CloudTrail API reference, EventSelector and DataResource).</summary>
internal static class BasicSelectorRules
{
    private const int MostSelectors = 5;
    private const int MostDataResources = 250;

    private static readonly string[] ReadWriteTypes = ["All", "ReadOnly", "WriteOnly"];

    /// <summary>What is wrong with selectors, each fault with its selector.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<EventSelector> selectors)
    {
        if (selectors.Count > MostSelectors)
            yield return $"there are {selectors.Count} basic event selectors, and a trail has at most {MostSelectors}";
        if (selectors.SelectMany(Limited).Count() is > MostDataResources and var count)
            yield return $"they name {count} data resources, and a trail has at most {MostDataResources}";
        for (var i = 0; i < selectors.Count; i++)
            foreach (var fault in Faults(selectors[i]))
                yield return $"EventSelector[{i}]: {fault}";
    }

    // What stands for all resources of a type does not count against the limit.
    private static IEnumerable<string> Limited(EventSelector selector) =>
        selector.DataResources.SelectMany(resource => resource.Values).Where(value => !DataResourceRules.IsAll(value));

    private static IEnumerable<string> Faults(EventSelector selector)
    {
        if (!ReadWriteTypes.Contains(selector.ReadWriteType))
            yield return $"ReadWriteType is {NamingRule.Quote(selector.ReadWriteType)}, and not one of {string.Join(", ", ReadWriteTypes)}";
        foreach (var source in selector.ExcludeManagementEventSources.Except(RecordedEvents.ExcludableSources))
            yield return $"ExcludeManagementEventSources has {NamingRule.Quote(source)}, and only {string.Join(" and ", RecordedEvents.ExcludableSources)} can be excluded";
        foreach (var fault in selector.DataResources.SelectMany(DataResourceRules.Faults))
            yield return fault;
    }
}
