using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>One page of services with trusted access.</summary>
public sealed class ListAWSServiceAccessForOrganizationResponse : AmazonWebServiceResponse
{
    /// <summary>The services of this page; null when the service sent none.</summary>
    public List<EnabledServicePrincipal>? EnabledServicePrincipals { get; set; }

    /// <summary>The token of the next page; null on the last one. A page may be empty while a token is there.</summary>
    public string? NextToken { get; set; }
}
