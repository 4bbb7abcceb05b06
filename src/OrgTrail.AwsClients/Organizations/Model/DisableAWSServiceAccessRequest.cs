namespace Amazon.Organizations.Model;

/// <summary>Takes trusted access from a service; management account only (API reference: DisableAWSServiceAccess).</summary>
public sealed class DisableAWSServiceAccessRequest : AmazonOrganizationsRequest
{
    /// <inheritdoc cref="EnableAWSServiceAccessRequest.ServicePrincipal"/>
    public string? ServicePrincipal { get; set; }
}
