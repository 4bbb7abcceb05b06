using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>The answer to <see cref="DeleteTrailRequest"/>; it has no members.</summary>
public sealed class DeleteTrailResponse : AmazonWebServiceResponse;
