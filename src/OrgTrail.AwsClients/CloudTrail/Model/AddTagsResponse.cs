using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>The answer to <see cref="AddTagsRequest"/>; it has no members.</summary>
public sealed class AddTagsResponse : AmazonWebServiceResponse;
