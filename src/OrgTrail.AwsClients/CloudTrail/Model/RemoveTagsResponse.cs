using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>The answer to <see cref="RemoveTagsRequest"/>; it has no members.</summary>
public sealed class RemoveTagsResponse : AmazonWebServiceResponse;
