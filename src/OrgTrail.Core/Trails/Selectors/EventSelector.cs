using OrgTrail.Trails;

namespace OrgTrail;

/// <summary>A basic event selector (CloudTrail API reference, EventSelector).</summary>
public sealed record EventSelector
{
    /// <summary><c>All</c>, <c>ReadOnly</c> or <c>WriteOnly</c>.</summary>
    public string ReadWriteType { get; init; } = "All";

    /// <summary>Whether management events are recorded.</summary>
    public bool IncludeManagementEvents { get; init; } = true;

    /// <summary>The resources whose data events are recorded; at most 250 in all selectors of a trail.</summary>
    public IReadOnlyList<DataResource> DataResources { get; init => field = value.ToArray(); } = [];

    /// <summary>Services whose management events are left out: <c>kms.amazonaws.com</c>, <c>rdsdata.amazonaws.com</c>.</summary>
    public IReadOnlyList<string> ExcludeManagementEventSources { get; init => field = value.ToArray(); } = [];

    /// <summary>Which events it records.</summary>
    public override string ToString() => $"{ReadWriteType}: {string.Join("; ", Recorded())}";

    private IEnumerable<string> Recorded()
    {
        if (IncludeManagementEvents)
            yield return ExcludeManagementEventSources.Count == 0 ? "management events" : $"management events without {SelectorText.Of(ExcludeManagementEventSources)}";
        foreach (var resource in DataResources) yield return $"data events of {resource}";
    }
}
