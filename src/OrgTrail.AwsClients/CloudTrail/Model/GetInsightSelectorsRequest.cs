namespace Amazon.CloudTrail.Model;

/// <summary>Asks which insights a trail, or an event data store, logs (API reference: GetInsightSelectors).</summary>
public sealed class GetInsightSelectorsRequest : AmazonCloudTrailRequest
{
    /// <summary>The name or the ARN of the trail; null for an event data store.</summary>
    public string? TrailName { get; set; }

    /// <summary>The ARN or its last part of an event data store; null for a trail.</summary>
    public string? EventDataStore { get; set; }
}
