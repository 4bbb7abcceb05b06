using OrgTrail.Connection;

namespace OrgTrail;

/// <summary>What a trail records: either basic or advanced event selectors, never both (CloudTrail API reference, PutEventSelectors).</summary>
public sealed class EventSelectors : CloudObject
{
    private const string ManagementEventsName = "Management events selector";

    /// <summary>The trail's ARN; empty for selectors that belong to no trail yet.</summary>
    public string TrailARN { get; init; } = "";

    /// <summary>The basic selectors; empty when the trail has advanced ones.</summary>
    public IReadOnlyList<EventSelector> Basic { get; init => field = value.ToArray(); } = [];

    /// <summary>The advanced selectors; empty when the trail has basic ones.</summary>
    public IReadOnlyList<AdvancedEventSelector> Advanced { get; init => field = value.ToArray(); } = [];

    /// <summary>What a trail records that nobody gave selectors: all management events and nothing else (CloudTrail user guide, "Logging management events").</summary>
    public static EventSelectors Default { get; } = new()
    {
        Advanced =
        [
            new()
            {
                Name = ManagementEventsName,
                FieldSelectors = [new() { Field = "eventCategory", Equals = ["Management"] }],
            },
        ],
    };

    /// <summary>The selectors of another trail, for this one. Without its connection.</summary>
    internal EventSelectors For(string trailArn) => new() { TrailARN = trailArn, Basic = Basic, Advanced = Advanced };

    /// <summary>The selectors.</summary>
    public override string ToString() => string.Join(" | ", [.. Basic, .. Advanced]);
}
