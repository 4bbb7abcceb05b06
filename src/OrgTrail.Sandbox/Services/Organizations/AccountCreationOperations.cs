using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.Iam;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>New accounts. One exists as soon as it is asked for; its request is told as under way once, and as done from then on.</summary>
internal sealed class AccountCreationOperations(OrganizationStore store) : IOperationGroup
{
    public OperationTable Operations => new()
    {
        ["CreateAccount"] = Create,
        ["DescribeCreateAccountStatus"] = Describe,
        ["ListCreateAccountStatus"] = List,
    };

    private JsonObject Create(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Management(call);
        var email = input.Required("Email", OrganizationPatterns.Email());
        var request = new SandboxAccountRequest
        {
            Id = $"car-{store.NewId(32)}",
            AccountName = input.Required("AccountName", OrganizationPatterns.AccountName()),
            RequestedTimestamp = store.Now,
        };
        var role = input.Text("RoleName") is null ? AccountRoles.OrganizationAccess : input.Required("RoleName", OrganizationPatterns.RoleName());
        if (organization.Accounts.Exists(account => string.Equals(OrganizationShapes.Email(account), email, StringComparison.OrdinalIgnoreCase)))
            request.FailureReason = "EMAIL_ALREADY_EXISTS";
        else
            request.AccountId = Add(call, organization, request.AccountName, email, input.Tags(), role);
        organization.AccountRequests.Add(request);
        return new JsonObject { ["CreateAccountStatus"] = Begun(request) };
    }

    private string Add(
        ServiceCall call, SandboxOrganization organization, string name, string email, Dictionary<string, string> tags, string roleName)
    {
        var id = NewAccountId(organization);
        organization.Accounts.Add(new() { Id = id, Name = name, Email = email, JoinedTimestamp = store.Now, Tags = tags });
        AccountRoles.AddOrganizationAccess(store.Context, call, id, roleName);
        if (organization.HasAllFeatures()) ServiceLinkedRoles.Ensure(store.Context, id, ServiceLinkedRoles.Organizations);
        return id;
    }

    private string NewAccountId(SandboxOrganization organization)
    {
        string id;
        do
        {
            id = RandomText.Next(store.Context.Random, RandomText.Digits, 12);
        }
        while (organization.Account(id) is not null);
        return id;
    }

    private JsonObject Describe(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        var id = input.Required("CreateAccountRequestId", OrganizationPatterns.AccountRequest());
        var request = organization.AccountRequests.Find(request => request.Id == id)
            ?? throw new AwsErrorException("CreateAccountStatusNotFoundException", "You specified a create account request that doesn't exist.");
        return new JsonObject { ["CreateAccountStatus"] = Done(request) };
    }

    private JsonObject List(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        var states = input.Texts("States") ?? [];
        var requests = organization.AccountRequests.FindAll(request => states.Count == 0 || states.Contains(StateOf(request)));
        return store.Pages.Page(call, input, "CreateAccountStatuses", requests, Done);
    }

    private static string StateOf(SandboxAccountRequest request) => request.FailureReason is null ? "SUCCEEDED" : "FAILED";

    private static JsonObject Begun(SandboxAccountRequest request) => new()
    {
        ["Id"] = request.Id,
        ["AccountName"] = request.AccountName,
        ["State"] = "IN_PROGRESS",
        ["RequestedTimestamp"] = JsonMembers.Seconds(request.RequestedTimestamp),
    };

    private static JsonObject Done(SandboxAccountRequest request)
    {
        var shape = Begun(request);
        shape["State"] = StateOf(request);
        shape["CompletedTimestamp"] = JsonMembers.Seconds(request.RequestedTimestamp);
        if (request.AccountId is not null) shape["AccountId"] = request.AccountId;
        if (request.FailureReason is not null) shape["FailureReason"] = request.FailureReason;
        return shape;
    }
}
