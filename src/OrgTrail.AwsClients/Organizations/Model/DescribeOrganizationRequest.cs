namespace Amazon.Organizations.Model;

/// <summary>Reads the organization of the caller (API reference: DescribeOrganization).</summary>
public sealed class DescribeOrganizationRequest : AmazonOrganizationsRequest;
