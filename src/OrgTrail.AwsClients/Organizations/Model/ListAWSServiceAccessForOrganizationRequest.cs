namespace Amazon.Organizations.Model;

/// <summary>Lists the services with trusted access; management account and delegated administrators only (API reference: ListAWSServiceAccessForOrganization).</summary>
public sealed class ListAWSServiceAccessForOrganizationRequest : AmazonOrganizationsRequest
{
    /// <summary>The token that the page before returned; null for the first page.</summary>
    public string? NextToken { get; set; }

    /// <summary>The largest number of items a page may have, 1 to 20.</summary>
    public int? MaxResults { get; set; }
}
