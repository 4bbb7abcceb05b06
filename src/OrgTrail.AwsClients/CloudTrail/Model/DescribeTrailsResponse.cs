using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>The answer to <see cref="DescribeTrailsRequest"/>.</summary>
public sealed class DescribeTrailsResponse : AmazonWebServiceResponse
{
    /// <summary>The trails found; null when the service sent none.</summary>
    [JsonPropertyName("trailList")]
    public List<Trail>? TrailList { get; set; }
}
