using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.Organizations;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>Who calls CloudTrail, and in which Region.</summary>
/// <param name="AccountId">The caller's account.</param>
/// <param name="Region">The Region of the endpoint that is called.</param>
/// <param name="Role">What the account is to the organization.</param>
/// <param name="Organization">The organization that the account belongs to; <see langword="null"/> for none.</param>
internal sealed record Caller(string AccountId, string Region, OrganizationRole Role, SandboxOrganization? Organization)
{
    /// <summary>CloudTrail as a service that Organizations trusts.</summary>
    public const string ServicePrincipal = ServicePrincipals.CloudTrail;

    /// <summary>Whether the account may change organization trails.</summary>
    public bool MayChangeOrganizationTrails => Role is OrganizationRole.Management or OrganizationRole.DelegatedAdministrator;

    /// <summary>The caller of an operation.</summary>
    /// <exception cref="AwsErrorException">The account does not have the Region.</exception>
    public static Caller Of(SandboxState state, ServiceCall call)
    {
        var account = state.Organizations.Organization?.Accounts.Find(account => account.Id == call.AccountId);
        return state.Regions.Contains(call.Region) && account?.DisabledRegions.Contains(call.Region) != true
            ? Of(state, call.AccountId, call.Region)
            : throw TrailRefusals.RegionNotEnabled();
    }

    public static Caller Of(SandboxState state, string accountId, string region)
    {
        var organization = state.Organizations.Organization;
        var role = organization is null ? OrganizationRole.None : RoleIn(organization, state.ManagementAccountId, accountId);
        return new Caller(accountId, region, role, role == OrganizationRole.None ? null : organization);
    }

    private static OrganizationRole RoleIn(SandboxOrganization organization, string managementAccountId, string accountId)
    {
        if (accountId == managementAccountId)
            return OrganizationRole.Management;
        if (!organization.Accounts.Exists(account => account.Id == accountId))
            return OrganizationRole.None;
        return Delegations.Of(organization, ServicePrincipal).Contains(accountId)
            ? OrganizationRole.DelegatedAdministrator
            : OrganizationRole.Member;
    }
}
