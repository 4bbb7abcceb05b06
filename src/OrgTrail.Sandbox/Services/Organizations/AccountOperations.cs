using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>The accounts of the organization.</summary>
internal sealed class AccountOperations(OrganizationDesk desk) : IOperationGroup
{
    public OperationTable Operations => new()
    {
        ["ListAccounts"] = List,
        ["DescribeAccount"] = Describe,
        ["CloseAccount"] = Close,
    };

    private JsonObject List(ServiceCall call, JsonObject input)
    {
        var organization = desk.Access.Administrator(call);
        return desk.Pages.Page(call, input, "Accounts", organization.Accounts, account => desk.Shapes.Account(call, organization, account));
    }

    private JsonObject Describe(ServiceCall call, JsonObject input)
    {
        var organization = desk.Access.Administrator(call);
        var account = organization.Account(input.Required("AccountId", OrganizationPatterns.Account())) ?? throw OrganizationErrors.AccountNotFound();
        return new JsonObject { ["Account"] = desk.Shapes.Account(call, organization, account) };
    }

    private JsonObject? Close(ServiceCall call, JsonObject input)
    {
        var organization = desk.Access.AllFeatures(call);
        var account = organization.Account(input.Required("AccountId", OrganizationPatterns.Account())) ?? throw OrganizationErrors.AccountNotFound();
        if (account.Id == desk.ManagementAccountId)
            throw OrganizationErrors.Constraint("CANNOT_CLOSE_MANAGEMENT_ACCOUNT", "You can't close the management account.");
        if (account.State is "CLOSED" or "SUSPENDED")
            throw new AwsErrorException("AccountAlreadyClosedException", "The account is already closed.");
        if (account.State == "PENDING_CLOSURE")
            throw new AwsErrorException("ConflictException", "The account is already being closed.");
        account.State = "PENDING_CLOSURE";
        account.ClosureRequestedTimestamp = desk.Now;
        return null;
    }
}
