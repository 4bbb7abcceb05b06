namespace Amazon.Organizations.Model;

/// <summary>Reads an account; management account and delegated administrators only (API reference: DescribeAccount).</summary>
public sealed class DescribeAccountRequest : AmazonOrganizationsRequest
{
    /// <summary>The account: 12 digits.</summary>
    public string? AccountId { get; set; }
}
