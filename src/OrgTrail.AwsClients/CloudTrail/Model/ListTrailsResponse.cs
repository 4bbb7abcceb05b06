using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>One page of trails.</summary>
public sealed class ListTrailsResponse : AmazonWebServiceResponse
{
    /// <summary>The trails of this page; null when the service sent none.</summary>
    public List<TrailInfo>? Trails { get; set; }

    /// <summary>The token of the next page; null on the last one. A page may be empty while a token is there.</summary>
    public string? NextToken { get; set; }
}
