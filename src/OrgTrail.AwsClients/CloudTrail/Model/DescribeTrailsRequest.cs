using System.Text.Json.Serialization;

namespace Amazon.CloudTrail.Model;

/// <summary>Reads the settings of the trails that the Region knows (API reference: DescribeTrails).</summary>
public sealed class DescribeTrailsRequest : AmazonCloudTrailRequest
{
    /// <summary>Names of trails of this Region, or ARNs of any; null means all.</summary>
    [JsonPropertyName("trailNameList")]
    public List<string>? TrailNameList { get; set; }

    /// <summary>Whether to include copies of trails of other Regions and, in a member account, organization trails; the service defaults to true.</summary>
    [JsonPropertyName("includeShadowTrails")]
    public bool? IncludeShadowTrails { get; set; }
}
