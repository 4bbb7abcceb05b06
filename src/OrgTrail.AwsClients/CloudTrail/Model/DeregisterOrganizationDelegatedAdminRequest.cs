namespace Amazon.CloudTrail.Model;

/// <summary>Takes the role of delegated administrator for CloudTrail from an account (API reference: DeregisterOrganizationDelegatedAdmin).</summary>
public sealed class DeregisterOrganizationDelegatedAdminRequest : AmazonCloudTrailRequest
{
    /// <summary>The account, 12 digits; required.</summary>
    public string? DelegatedAdminAccountId { get; set; }
}
