using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>One page of tags.</summary>
public sealed class ListTagsResponse : AmazonWebServiceResponse
{
    /// <summary>The tags by trail; null when the service sent none.</summary>
    public List<ResourceTag>? ResourceTagList { get; set; }

    /// <summary>The token of the next page; null on the last one. A page may be empty while a token is there.</summary>
    public string? NextToken { get; set; }
}
