namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>What CloudTrail demands of the organization before it touches an organization trail.</summary>
internal sealed class OrganizationRules(ServiceLinkedRole role)
{
    private const string AllFeatures = "ALL";

    /// <summary>For making or changing an organization trail (CloudTrail user guide, "Preparing for creating a trail for your organization").</summary>
    public void Require(Caller caller)
    {
        if (caller.Organization is not { } organization)
            throw TrailRefusals.OrganizationsNotInUse();
        if (!caller.MayChangeOrganizationTrails)
            throw TrailRefusals.NotManagementAccount();
        if (organization.FeatureSet != AllFeatures)
            throw TrailRefusals.NotAllFeatures();
        if (!organization.TrustedServices.ContainsKey(Caller.ServicePrincipal))
            throw TrailRefusals.AccessNotEnabled();
        role.Provide(caller);
    }

    /// <summary>CloudTrail user guide, "Organization delegated administrator": only the management account converts trails.</summary>
    public static void RequireMayConvert(Caller caller)
    {
        if (caller.Organization is null)
            throw TrailRefusals.OrganizationsNotInUse();
        if (caller.Role != OrganizationRole.Management)
            throw TrailRefusals.NotManagementAccount();
    }
}
