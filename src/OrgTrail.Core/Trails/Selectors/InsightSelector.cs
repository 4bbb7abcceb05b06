namespace OrgTrail;

/// <summary>A sort of insight that a trail records (CloudTrail API reference, InsightSelector).</summary>
public sealed record InsightSelector
{
    /// <summary><c>ApiCallRateInsight</c>, which needs write management events, or <c>ApiErrorRateInsight</c>.</summary>
    public required string InsightType { get; init; }

    /// <summary>Of which events: <c>Management</c>, <c>Data</c>; empty for what AWS takes by default.</summary>
    public IReadOnlyList<string> EventCategories { get; init => field = value.ToArray(); } = [];
}
