using OrgTrail.Connection;

namespace OrgTrail;

/// <summary>Which insights a trail records; none when there are no selectors.</summary>
public sealed class InsightSelectors : CloudObject
{
    /// <summary>The trail's ARN; empty for selectors that belong to no trail yet.</summary>
    public string TrailARN { get; init; } = "";

    /// <summary>The selectors.</summary>
    public IReadOnlyList<InsightSelector> Selectors { get; init => field = value.ToArray(); } = [];

    /// <summary>The selectors of another trail, for this one. Without its connection.</summary>
    internal InsightSelectors For(string trailArn) => new() { TrailARN = trailArn, Selectors = Selectors };

    /// <summary>The selectors.</summary>
    public override string ToString() => Selectors.Count == 0 ? "no insights" : string.Join(" | ", Selectors);
}
