namespace Amazon.Organizations.Model;

/// <summary>Lists the delegated administrators of a service, or of all (API reference: ListDelegatedAdministrators).</summary>
public sealed class ListDelegatedAdministratorsRequest : AmazonOrganizationsRequest
{
    /// <summary>The service principal, such as <c>cloudtrail.amazonaws.com</c>; null means all.</summary>
    public string? ServicePrincipal { get; set; }

    /// <summary>The token that the page before returned; null for the first page.</summary>
    public string? NextToken { get; set; }

    /// <summary>The largest number of items a page may have, 1 to 20.</summary>
    public int? MaxResults { get; set; }
}
