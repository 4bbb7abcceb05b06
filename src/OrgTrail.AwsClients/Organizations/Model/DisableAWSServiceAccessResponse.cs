using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The answer to <see cref="DisableAWSServiceAccessRequest"/>; it has no members.</summary>
public sealed class DisableAWSServiceAccessResponse : AmazonWebServiceResponse;
