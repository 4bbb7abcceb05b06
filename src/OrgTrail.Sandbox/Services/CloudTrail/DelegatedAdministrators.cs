using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.Organizations;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>RegisterOrganizationDelegatedAdmin and DeregisterOrganizationDelegatedAdmin.</summary>
internal sealed class DelegatedAdministrators(SandboxContext context, ServiceLinkedRole role)
{
    public JsonObject? Register(ServiceCall call, JsonObject body)
    {
        var account = AccountId(body, "MemberAccountId");
        var caller = Caller.Of(context.State, call);
        var organization = RequireManagement(caller);
        if (!organization.TrustedServices.ContainsKey(Caller.ServicePrincipal))
            throw TrailRefusals.AccessNotEnabled();
        if (account == context.State.ManagementAccountId)
            throw TrailRefusals.Of("CannotDelegateManagementAccount", "The management account cannot be a delegated administrator.");
        if (!organization.Accounts.Exists(member => member.Id == account))
            throw TrailRefusals.Of("AccountNotFound", $"Account {account} is not a member of the organization.");
        Add(organization, account);
        role.ProvideForAdministrators(caller);
        return null;
    }

    public JsonObject? Deregister(ServiceCall call, JsonObject body)
    {
        var account = AccountId(body, "DelegatedAdminAccountId");
        var organization = RequireManagement(Caller.Of(context.State, call));
        if (!organization.Accounts.Exists(member => member.Id == account))
            throw TrailRefusals.Of("AccountNotFound", $"Account {account} is not a member of the organization.");
        if (!Delegations.Remove(organization, Caller.ServicePrincipal, account))
            throw TrailRefusals.Of("AccountNotRegistered", $"Account {account} is not a delegated administrator for CloudTrail.");
        return null;
    }

    private void Add(SandboxOrganization organization, string account)
    {
        var (administrators, most) = (Delegations.Of(organization, Caller.ServicePrincipal), Delegations.LimitOf(Caller.ServicePrincipal));
        if (administrators.Contains(account))
            throw TrailRefusals.Of("AccountRegistered", $"Account {account} is a delegated administrator for CloudTrail already.");
        if (administrators.Count >= most)
            throw TrailRefusals.Of("DelegatedAdminAccountLimitExceeded", $"The organization already has {most} delegated administrators for CloudTrail.");
        Delegations.Add(organization, Caller.ServicePrincipal, account, context.Clock.Now);
    }

    private static SandboxOrganization RequireManagement(Caller caller)
    {
        if (caller.Organization is not { } organization)
            throw TrailRefusals.OrganizationsNotInUse();
        if (caller.Role != OrganizationRole.Management)
            throw TrailRefusals.NotManagementAccountForAdministrators();
        return organization.FeatureSet == "ALL" ? organization : throw TrailRefusals.NotAllFeatures();
    }

    private static string AccountId(JsonObject body, string member) =>
        body.Text(member) is { } id && NamingRule.AccountId.Check(id) is null ? id : throw TrailRefusals.InvalidParameter($"{member} is not the id of an account.");
}
