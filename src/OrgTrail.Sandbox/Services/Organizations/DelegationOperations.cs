using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Delegated administrators.</summary>
internal sealed class DelegationOperations(OrganizationStore store) : IOperationGroup
{
    public OperationTable Operations => new()
    {
        ["RegisterDelegatedAdministrator"] = Register,
        ["DeregisterDelegatedAdministrator"] = Deregister,
        ["ListDelegatedAdministrators"] = List,
        ["ListDelegatedServicesForAccount"] = ListServices,
    };

    private JsonObject? Register(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.AllFeatures(call);
        var accountId = input.Required("AccountId", OrganizationPatterns.Account());
        var principal = ServicePrincipals.Read(input);
        CheckAccount(organization, accountId);
        if (!organization.TrustedServices.ContainsKey(principal))
            throw OrganizationErrors.Constraint("SERVICE_ACCESS_NOT_ENABLED", "You must enable service access before registering a delegated administrator for this service.");
        if (Delegations.Of(organization, principal).Contains(accountId))
            throw new AwsErrorException("AccountAlreadyRegisteredException", "The provided account is already a delegated administrator for your organization.");
        if (Delegations.Of(organization, principal).Count >= Delegations.LimitOf(principal))
            throw OrganizationErrors.Constraint("MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED", "You have reached the maximum number of delegated administrators for this service.");
        Delegations.Add(organization, principal, accountId, store.Now);
        return null;
    }

    private void CheckAccount(SandboxOrganization organization, string accountId)
    {
        if (accountId == store.ManagementAccountId)
            throw OrganizationErrors.Constraint("CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR", "You cannot register management account/yourself as delegated administrator for your organization.");
        var account = organization.Account(accountId) ?? throw OrganizationErrors.AccountNotFound();
        if (account.State != "ACTIVE")
            throw OrganizationErrors.Constraint("CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR", "You cannot register a suspended account as delegated administrator for your organization.");
    }

    private JsonObject? Deregister(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.AllFeatures(call);
        var accountId = input.Required("AccountId", OrganizationPatterns.Account());
        var principal = ServicePrincipals.Read(input);
        if (organization.Account(accountId) is null) throw OrganizationErrors.AccountNotFound();
        return Delegations.Remove(organization, principal, accountId) ? null : throw NotRegistered();
    }

    private JsonObject List(ServiceCall call, JsonObject input)
    {
        var organization = OrganizationAccess.WithAllFeatures(store.Access.Administrator(call));
        var principal = input.Text("ServicePrincipal") is null ? null : ServicePrincipals.Read(input);
        var since = organization.Accounts
            .Select(account => (Account: account, Since: Delegations.Since(organization, account, principal)))
            .Where(administrator => administrator.Since is not null)
            .ToList();
        return store.Pages.Page(call, input, "DelegatedAdministrators", since, administrator =>
            store.Shapes.DelegatedAdministrator(call, organization, administrator.Account, administrator.Since!.Value));
    }

    private JsonObject ListServices(ServiceCall call, JsonObject input)
    {
        var organization = OrganizationAccess.WithAllFeatures(store.Access.Administrator(call));
        var account = organization.Account(input.Required("AccountId", OrganizationPatterns.Account())) ?? throw OrganizationErrors.AccountNotFound();
        var services = organization.DelegatedAdministrators.Keys.Order(StringComparer.Ordinal)
            .Where(principal => Delegations.Of(organization, principal).Contains(account.Id))
            .ToList();
        if (services.Count == 0) throw NotRegistered();
        return store.Pages.Page(call, input, "DelegatedServices", services, principal => new JsonObject
        {
            ["ServicePrincipal"] = principal,
            ["DelegationEnabledDate"] = JsonMembers.Seconds(Delegations.Since(organization, account, principal)!.Value),
        });
    }

    private static AwsErrorException NotRegistered() =>
        new("AccountNotRegisteredException", "The provided account is not a registered delegated administrator for your organization.");
}
