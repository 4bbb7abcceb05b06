namespace Amazon.CloudTrail.Model;

/// <summary>Lists the trails of all Regions (API reference: ListTrails).</summary>
public sealed class ListTrailsRequest : AmazonCloudTrailRequest
{
    /// <summary>The token that the page before returned; null for the first page.</summary>
    public string? NextToken { get; set; }
}
