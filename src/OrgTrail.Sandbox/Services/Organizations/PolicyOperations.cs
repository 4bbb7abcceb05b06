using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Policy types of the root, and the policies that AWS itself keeps: the sandbox has no others.</summary>
internal sealed class PolicyOperations(OrganizationStore store) : IOperationGroup
{
    public OperationTable Operations => new()
    {
        ["EnablePolicyType"] = Enable,
        ["DisablePolicyType"] = Disable,
        ["ListPolicies"] = List,
        ["ListPoliciesForTarget"] = ListForTarget,
        ["ListTargetsForPolicy"] = ListTargets,
        ["DescribePolicy"] = Describe,
    };

    private JsonObject Enable(ServiceCall call, JsonObject input)
    {
        var organization = Root(call, input);
        var type = PolicyTypes.Read(input, "PolicyType");
        if (!organization.HasAllFeatures())
            throw new AwsErrorException("PolicyTypeNotAvailableForOrganizationException", "You can use policies only in an organization that has all features enabled.");
        if (organization.PolicyTypes.Contains(type))
            throw new AwsErrorException("PolicyTypeAlreadyEnabledException", "The specified policy type is already enabled.");
        organization.PolicyTypes.Add(type);
        return new JsonObject { ["Root"] = store.Shapes.Root(call, organization) };
    }

    private JsonObject Disable(ServiceCall call, JsonObject input)
    {
        var organization = Root(call, input);
        return organization.PolicyTypes.Remove(PolicyTypes.Read(input, "PolicyType"))
            ? new JsonObject { ["Root"] = store.Shapes.Root(call, organization) }
            : throw new AwsErrorException("PolicyTypeNotEnabledException", "This operation can be performed only for enabled policy types.");
    }

    private JsonObject List(ServiceCall call, JsonObject input)
    {
        store.Access.Administrator(call);
        return store.Pages.Page(call, input, "Policies", ManagedPolicy.Of(PolicyTypes.Read(input, "Filter")), policy => policy.Summary(call.Region));
    }

    private JsonObject ListForTarget(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        var target = input.Required("TargetId", OrganizationPatterns.Target());
        var type = PolicyTypes.Read(input, "Filter");
        if (organization.Account(target) is null && !organization.HasParent(target)) throw OrganizationErrors.TargetNotFound();
        // AWS attaches its policies everywhere when their type is enabled, and detaches them when it is disabled.
        var attached = organization.PolicyTypes.Contains(type) ? ManagedPolicy.Of(type) : [];
        return store.Pages.Page(call, input, "Policies", attached, policy => policy.Summary(call.Region));
    }

    private JsonObject ListTargets(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        var policy = ManagedPolicy.Find(input.Required("PolicyId", OrganizationPatterns.Policy()));
        IReadOnlyCollection<JsonObject> targets = organization.PolicyTypes.Contains(policy.Type) ? Targets(call, organization) : [];
        return store.Pages.Page(call, input, "Targets", targets, target => target);
    }

    private List<JsonObject> Targets(ServiceCall call, SandboxOrganization organization) =>
    [
        Target("ROOT", organization.RootId, "Root", store.Shapes.Arn(call, $"root/{organization.Id}/{organization.RootId}")),
        .. organization.OrganizationalUnits.Select(unit =>
            Target("ORGANIZATIONAL_UNIT", unit.Id, unit.Name, store.Shapes.Arn(call, $"ou/{organization.Id}/{unit.Id}"))),
        .. organization.Accounts.Select(account =>
            Target("ACCOUNT", account.Id, account.Name, store.Shapes.AccountArn(call, organization, account.Id))),
    ];

    private static JsonObject Target(string type, string id, string name, string arn) =>
        new() { ["TargetId"] = id, ["Arn"] = arn, ["Name"] = name, ["Type"] = type };

    private JsonObject Describe(ServiceCall call, JsonObject input)
    {
        store.Access.Administrator(call);
        var policy = ManagedPolicy.Find(input.Required("PolicyId", OrganizationPatterns.Policy()));
        return new JsonObject
        {
            ["Policy"] = new JsonObject { ["PolicySummary"] = policy.Summary(call.Region), ["Content"] = policy.Content },
        };
    }

    private SandboxOrganization Root(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Management(call);
        return input.Required("RootId", OrganizationPatterns.Root()) == organization.RootId
            ? organization
            : throw new AwsErrorException("RootNotFoundException", "You specified a root that doesn't exist.");
    }
}
