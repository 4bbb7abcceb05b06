using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The answer to <see cref="EnableAWSServiceAccessRequest"/>; it has no members.</summary>
public sealed class EnableAWSServiceAccessResponse : AmazonWebServiceResponse;
