namespace Amazon.CloudTrail.Model;

/// <summary>Makes a member account a delegated administrator for CloudTrail (API reference: RegisterOrganizationDelegatedAdmin).</summary>
public sealed class RegisterOrganizationDelegatedAdminRequest : AmazonCloudTrailRequest
{
    /// <summary>The account, 12 digits; required.</summary>
    public string? MemberAccountId { get; set; }
}
