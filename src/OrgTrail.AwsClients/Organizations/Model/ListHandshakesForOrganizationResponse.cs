using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>One page of handshakes.</summary>
public sealed class ListHandshakesForOrganizationResponse : AmazonWebServiceResponse
{
    /// <summary>The handshakes of this page; null when the service sent none.</summary>
    public List<Handshake>? Handshakes { get; set; }

    /// <summary>The token of the next page; null on the last one. A page may be empty while a token is there.</summary>
    public string? NextToken { get; set; }
}
