namespace Amazon.Organizations.Model;

/// <summary>Lists the accounts of the organization; management account and delegated administrators only (API reference: ListAccounts).</summary>
public sealed class ListAccountsRequest : AmazonOrganizationsRequest
{
    /// <summary>The token that the page before returned; null for the first page.</summary>
    public string? NextToken { get; set; }

    /// <summary>The largest number of items a page may have, 1 to 20.</summary>
    public int? MaxResults { get; set; }
}
