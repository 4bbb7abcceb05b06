using Amazon.Runtime;

namespace Amazon.CloudTrail.Model;

/// <summary>The answer to <see cref="StartLoggingRequest"/>; it has no members.</summary>
public sealed class StartLoggingResponse : AmazonWebServiceResponse;
