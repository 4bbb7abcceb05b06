using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>One page of delegated administrators.</summary>
public sealed class ListDelegatedAdministratorsResponse : AmazonWebServiceResponse
{
    /// <summary>The administrators of this page; null when the service sent none.</summary>
    public List<DelegatedAdministrator>? DelegatedAdministrators { get; set; }

    /// <summary>The token of the next page; null on the last one. A page may be empty while a token is there.</summary>
    public string? NextToken { get; set; }
}
