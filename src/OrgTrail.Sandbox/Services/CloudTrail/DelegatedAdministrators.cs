using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>RegisterOrganizationDelegatedAdmin and DeregisterOrganizationDelegatedAdmin.</summary>
internal sealed class DelegatedAdministrators(SandboxState state, ServiceLinkedRole role)
{
    // CloudTrail user guide, "Organization delegated administrator".
    private const int Most = 3;

    public JsonObject? Register(ServiceCall call, JsonObject body)
    {
        var account = AccountId(body, "MemberAccountId");
        var caller = Caller.Of(state, call);
        var organization = RequireManagement(caller);
        if (!organization.TrustedServices.ContainsKey(Caller.ServicePrincipal))
            throw Refusals.AccessNotEnabled();
        if (account == state.ManagementAccountId)
            throw Refusals.Of("CannotDelegateManagementAccount", "The management account cannot be a delegated administrator.");
        if (!organization.Accounts.Exists(member => member.Id == account))
            throw Refusals.Of("AccountNotFound", $"Account {account} is not a member of the organization.");
        Add(Administrators(organization), account);
        role.ProvideForAdministrators(caller);
        return null;
    }

    public JsonObject? Deregister(ServiceCall call, JsonObject body)
    {
        var account = AccountId(body, "DelegatedAdminAccountId");
        var organization = RequireManagement(Caller.Of(state, call));
        if (!organization.Accounts.Exists(member => member.Id == account))
            throw Refusals.Of("AccountNotFound", $"Account {account} is not a member of the organization.");
        if (!Administrators(organization).Remove(account))
            throw Refusals.Of("AccountNotRegistered", $"Account {account} is not a delegated administrator for CloudTrail.");
        return null;
    }

    private static void Add(List<string> administrators, string account)
    {
        if (administrators.Contains(account))
            throw Refusals.Of("AccountRegistered", $"Account {account} is a delegated administrator for CloudTrail already.");
        if (administrators.Count >= Most)
            throw Refusals.Of("DelegatedAdminAccountLimitExceeded", $"The organization already has {Most} delegated administrators for CloudTrail.");
        administrators.Add(account);
    }

    private static List<string> Administrators(SandboxOrganization organization)
    {
        if (!organization.DelegatedAdministrators.TryGetValue(Caller.ServicePrincipal, out var administrators))
            organization.DelegatedAdministrators[Caller.ServicePrincipal] = administrators = [];
        return administrators;
    }

    private static SandboxOrganization RequireManagement(Caller caller)
    {
        if (caller.Organization is not { } organization)
            throw Refusals.OrganizationsNotInUse();
        if (caller.Role != OrganizationRole.Management)
            throw Refusals.NotManagementAccountForAdministrators();
        return organization.FeatureSet == "ALL" ? organization : throw Refusals.NotAllFeatures();
    }

    private static string AccountId(JsonObject body, string member) =>
        body.Text(member) is { } id && NamingRule.AccountId.Check(id) is null ? id : throw Refusals.InvalidParameter($"{member} is not the id of an account.");
}
