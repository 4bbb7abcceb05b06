namespace Amazon.CloudTrail.Model;

/// <summary>A sort of insight that is logged.</summary>
public sealed class InsightSelector
{
    /// <summary>The sort of insight.</summary>
    public InsightType? InsightType { get; set; }

    /// <summary>Of which events, <c>Management</c> or <c>Data</c>; null means management events.</summary>
    public List<string>? EventCategories { get; set; }
}
