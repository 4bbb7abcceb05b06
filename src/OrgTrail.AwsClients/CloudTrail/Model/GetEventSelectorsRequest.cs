namespace Amazon.CloudTrail.Model;

/// <summary>Asks what a trail logs (API reference: GetEventSelectors).</summary>
public sealed class GetEventSelectorsRequest : AmazonCloudTrailRequest
{
    /// <summary>The name or the ARN of the trail; required.</summary>
    public string? TrailName { get; set; }
}
