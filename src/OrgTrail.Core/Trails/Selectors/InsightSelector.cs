namespace OrgTrail;

/// <summary>A sort of insight that a trail records (CloudTrail API reference, InsightSelector).</summary>
public sealed record InsightSelector
{
    /// <summary><c>ApiCallRateInsight</c>, which needs write management events, or <c>ApiErrorRateInsight</c>.</summary>
    public required string InsightType { get; init; }

    /// <summary>Of which events: <c>Management</c>, <c>Data</c>; empty for what AWS takes by default.</summary>
    public IReadOnlyList<string> EventCategories { get; init => field = value.ToArray(); } = [];

    /// <summary>The categories that count; AWS takes management events when none is given (CloudTrail API reference, InsightSelector).</summary>
    internal IEnumerable<string> EffectiveCategories => EventCategories.Count == 0 ? ["Management"] : EventCategories;

    /// <summary>The type and the categories.</summary>
    public override string ToString() => $"{InsightType} of {string.Join(" and ", EffectiveCategories)} events";
}
