using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>The insights that are now logged.</summary>
public sealed class PutInsightSelectorsResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN of the trail; null for an event data store.</summary>
    public string? TrailARN { get; set; }

    /// <summary>The selectors; null when the service sent none.</summary>
    public List<InsightSelector>? InsightSelectors { get; set; }

    /// <summary>The ARN of the event data store whose events are looked at; null for a trail.</summary>
    public string? EventDataStoreArn { get; set; }

    /// <summary>The ARN of the event data store that receives the insights; null for a trail.</summary>
    public string? InsightsDestination { get; set; }
}
