using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>The accounts of the organization.</summary>
internal sealed class AccountOperations(OrganizationStore store) : IOperationGroup
{
    public OperationTable Operations => new()
    {
        ["ListAccounts"] = List,
        ["DescribeAccount"] = Describe,
        ["CloseAccount"] = Close,
    };

    private JsonObject List(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        return store.Pages.Page(call, input, "Accounts", organization.Accounts, account => store.Shapes.Account(call, organization, account));
    }

    private JsonObject Describe(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        var account = organization.Account(input.Required("AccountId", OrganizationPatterns.Account())) ?? throw OrganizationErrors.AccountNotFound();
        return new JsonObject { ["Account"] = store.Shapes.Account(call, organization, account) };
    }

    private JsonObject? Close(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.AllFeatures(call);
        var account = organization.Account(input.Required("AccountId", OrganizationPatterns.Account())) ?? throw OrganizationErrors.AccountNotFound();
        if (account.Id == store.ManagementAccountId)
            throw OrganizationErrors.Constraint("CANNOT_CLOSE_MANAGEMENT_ACCOUNT", "You can't close the management account.");
        if (account.State is "CLOSED" or "SUSPENDED")
            throw new AwsErrorException("AccountAlreadyClosedException", "The account is already closed.");
        if (account.State == "PENDING_CLOSURE")
            throw new AwsErrorException("ConflictException", "The account is already being closed.");
        account.State = "PENDING_CLOSURE";
        account.ClosureRequestedTimestamp = store.Now;
        return null;
    }
}
