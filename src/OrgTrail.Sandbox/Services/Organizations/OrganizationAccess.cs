using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Who may call what: each operation begins by asking for the organization in one of these ways.</summary>
/// <param name="context">The sandbox.</param>
internal sealed class OrganizationAccess(SandboxContext context)
{
    /// <summary>The organization, for any of its accounts.</summary>
    public SandboxOrganization Member(ServiceCall call) =>
        Current() is { } organization && organization.Account(call.AccountId) is not null ? organization : throw OrganizationErrors.NotInUse();

    /// <summary>The organization, for the management account.</summary>
    public SandboxOrganization Management(ServiceCall call)
    {
        var organization = Member(call);
        return IsManagement(call) ? organization : throw OrganizationErrors.AccessDenied();
    }

    /// <summary>The organization with all features, for the management account.</summary>
    public SandboxOrganization AllFeatures(ServiceCall call) => WithAllFeatures(Management(call));

    /// <summary>The organization, for the management account and the delegated administrators of any service.</summary>
    public SandboxOrganization Administrator(ServiceCall call)
    {
        var organization = Member(call);
        return IsManagement(call) || organization.DelegatedAdministrators.Values.Any(accounts => accounts.Contains(call.AccountId))
            ? organization
            : throw OrganizationErrors.AccessDenied();
    }

    /// <summary>The same when it has all features.</summary>
    public static SandboxOrganization WithAllFeatures(SandboxOrganization organization) =>
        organization.HasAllFeatures() ? organization : throw OrganizationErrors.NotInAllFeaturesMode();

    /// <summary>The organization, if there is one, with what time has brought about.</summary>
    public SandboxOrganization? Current()
    {
        if (context.State.Organizations.Organization is { } organization) OrganizationTime.Pass(organization, context.Clock.Now);
        return context.State.Organizations.Organization;
    }

    private bool IsManagement(ServiceCall call) => call.AccountId == context.State.ManagementAccountId;
}
