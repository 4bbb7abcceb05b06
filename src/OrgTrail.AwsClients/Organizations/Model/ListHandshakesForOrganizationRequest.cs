namespace Amazon.Organizations.Model;

/// <summary>Lists the handshakes of the organization of the last 30 days (API reference: ListHandshakesForOrganization).</summary>
public sealed class ListHandshakesForOrganizationRequest : AmazonOrganizationsRequest
{
    /// <summary>Which handshakes to list; null means all.</summary>
    public HandshakeFilter? Filter { get; set; }

    /// <summary>The token that the page before returned; null for the first page.</summary>
    public string? NextToken { get; set; }

    /// <summary>The largest number of items a page may have, 1 to 20.</summary>
    public int? MaxResults { get; set; }
}
