namespace OrgTrail.Deployments;

/// <summary>A trail that exists, with what a deployment compares.</summary>
/// <param name="Trail">Its settings.</param>
/// <param name="IsLogging">Whether it logs.</param>
internal sealed record TrailFacts(Trail Trail, bool IsLogging)
{
    /// <summary>What it records; <see langword="null"/> when nothing is asked of that.</summary>
    public EventSelectors? EventSelectors { get; init; }

    /// <summary>Its insights; <see langword="null"/> when nothing is asked of them.</summary>
    public InsightSelectors? InsightSelectors { get; init; }

    /// <summary>Its tags; <see langword="null"/> when nothing is asked of them.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
