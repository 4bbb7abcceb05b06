namespace Amazon.CloudTrail.Model;

/// <summary>Replaces the insights that a trail, or an event data store, logs; an empty list logs none (API reference: PutInsightSelectors).</summary>
public sealed class PutInsightSelectorsRequest : AmazonCloudTrailRequest
{
    /// <inheritdoc cref="GetInsightSelectorsRequest.TrailName"/>
    public string? TrailName { get; set; }

    /// <summary>The selectors; required, and may be empty.</summary>
    public List<InsightSelector>? InsightSelectors { get; set; }

    /// <inheritdoc cref="GetInsightSelectorsRequest.EventDataStore"/>
    public string? EventDataStore { get; set; }

    /// <summary>The ARN of the event data store that shall receive the insights; null for a trail.</summary>
    public string? InsightsDestination { get; set; }
}
