using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>The answer to <see cref="StopLoggingRequest"/>; it has no members.</summary>
public sealed class StopLoggingResponse : AmazonWebServiceResponse;
