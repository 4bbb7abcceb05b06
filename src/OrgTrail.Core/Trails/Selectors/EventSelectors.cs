using OrgTrail.Connection;

namespace OrgTrail;

/// <summary>What a trail records: either basic or advanced event selectors, never both (CloudTrail API reference, PutEventSelectors).</summary>
public sealed class EventSelectors : CloudObject
{
    /// <summary>The trail's ARN; empty for selectors that belong to no trail yet.</summary>
    public string TrailARN { get; init; } = "";

    /// <summary>The basic selectors; empty when the trail has advanced ones.</summary>
    public IReadOnlyList<EventSelector> Basic { get; init => field = value.ToArray(); } = [];

    /// <summary>The advanced selectors; empty when the trail has basic ones.</summary>
    public IReadOnlyList<AdvancedEventSelector> Advanced { get; init => field = value.ToArray(); } = [];
}
