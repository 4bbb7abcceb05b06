using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Where accounts and units lie.</summary>
internal sealed class TreeOperations(OrganizationStore store) : IOperationGroup
{
    public OperationTable Operations => new()
    {
        ["ListRoots"] = ListRoots,
        ["ListParents"] = ListParents,
        ["ListChildren"] = ListChildren,
        ["ListAccountsForParent"] = ListAccounts,
        ["ListOrganizationalUnitsForParent"] = ListUnits,
        ["MoveAccount"] = Move,
    };

    private JsonObject ListRoots(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        return store.Pages.Page(call, input, "Roots", [organization], root => store.Shapes.Root(call, root));
    }

    private JsonObject ListParents(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        var child = input.Required("ChildId", OrganizationPatterns.Child());
        var parent = organization.Account(child) is { } account ? organization.ParentOf(account)
            : organization.Unit(child)?.ParentId ?? throw new AwsErrorException("ChildNotFoundException", "You specified a child that doesn't exist.");
        return store.Pages.Page(call, input, "Parents", [parent], id => new JsonObject
        {
            ["Id"] = id,
            ["Type"] = id == organization.RootId ? "ROOT" : "ORGANIZATIONAL_UNIT",
        });
    }

    private JsonObject ListChildren(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        var parent = Parent(organization, input);
        var type = input.OptionalEnum("ChildType", "INVALID_ENUM", "ACCOUNT", "ORGANIZATIONAL_UNIT")
            ?? throw OrganizationErrors.InvalidInput("INPUT_REQUIRED", "You must provide a value for the parameter ChildType.");
        var ids = type == "ACCOUNT"
            ? Accounts(organization, parent).ConvertAll(account => account.Id)
            : Units(organization, parent).ConvertAll(unit => unit.Id);
        return store.Pages.Page(call, input, "Children", ids, id => new JsonObject { ["Id"] = id, ["Type"] = type });
    }

    private JsonObject ListAccounts(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        var accounts = Accounts(organization, Parent(organization, input));
        return store.Pages.Page(call, input, "Accounts", accounts, account => store.Shapes.Account(call, organization, account));
    }

    private JsonObject ListUnits(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        var units = Units(organization, Parent(organization, input));
        return store.Pages.Page(call, input, "OrganizationalUnits", units, unit => store.Shapes.Unit(call, organization, unit));
    }

    private JsonObject? Move(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Management(call);
        var account = organization.Account(input.Required("AccountId", OrganizationPatterns.Account())) ?? throw OrganizationErrors.AccountNotFound();
        var source = input.Required("SourceParentId", OrganizationPatterns.Parent());
        var destination = input.Required("DestinationParentId", OrganizationPatterns.Parent());
        if (source != organization.ParentOf(account))
            throw new AwsErrorException("SourceParentNotFoundException", "You specified a source parent that doesn't exist.");
        if (!organization.HasParent(destination))
            throw new AwsErrorException("DestinationParentNotFoundException", "You specified a destination parent that doesn't exist.");
        if (source == destination)
            throw new AwsErrorException("DuplicateAccountException", "The account is already in the destination.");
        account.ParentId = destination;
        return null;
    }

    private static string Parent(SandboxOrganization organization, JsonObject input)
    {
        var parent = input.Required("ParentId", OrganizationPatterns.Parent());
        return organization.HasParent(parent) ? parent : throw OrganizationErrors.ParentNotFound();
    }

    private static List<SandboxAccount> Accounts(SandboxOrganization organization, string parent) =>
        organization.Accounts.FindAll(account => organization.ParentOf(account) == parent);

    private static List<SandboxOrganizationalUnit> Units(SandboxOrganization organization, string parent) =>
        organization.OrganizationalUnits.FindAll(unit => unit.ParentId == parent);
}
