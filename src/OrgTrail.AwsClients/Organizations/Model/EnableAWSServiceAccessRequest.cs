namespace Amazon.Organizations.Model;

/// <summary>Gives a service trusted access; management account only (API reference: EnableAWSServiceAccess).</summary>
public sealed class EnableAWSServiceAccessRequest : AmazonOrganizationsRequest
{
    /// <summary>The service principal, such as <c>cloudtrail.amazonaws.com</c>; required.</summary>
    public string? ServicePrincipal { get; set; }
}
