using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.Iam;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>The organization as a whole.</summary>
internal sealed class OrganizationOperations(OrganizationStore store) : IOperationGroup
{
    public OperationTable Operations => new()
    {
        ["CreateOrganization"] = Create,
        ["DescribeOrganization"] = Describe,
        ["DeleteOrganization"] = Delete,
    };

    private JsonObject Create(ServiceCall call, JsonObject input)
    {
        var featureSet = input.OptionalEnum("FeatureSet", "INVALID_ENUM", "ALL", "CONSOLIDATED_BILLING") ?? "ALL";
        if (store.Access.Current() is { } existing)
            throw existing.Account(call.AccountId) is null ? OnlyOne() : AlreadyMember();
        var state = store.Context.State;
        state.ManagementAccountId = call.AccountId;
        state.Organizations.Organization = New(call.AccountId, featureSet);
        ServiceLinkedRoles.Ensure(store.Context, call.AccountId, ServiceLinkedRoles.Organizations);
        return Answer(call, state.Organizations.Organization);
    }

    // SCPs are available at once, but the root has no policy type enabled until EnablePolicyType, whatever the reference
    // says: Terraform's aws_organizations_organization relies on it.
    private SandboxOrganization New(string managementAccountId, string featureSet) => new()
    {
        Id = $"o-{store.NewId(10)}",
        FeatureSet = featureSet,
        RootId = $"r-{store.NewId(4)}",
        Accounts =
        [
            new() { Id = managementAccountId, Name = "management", JoinedMethod = "INVITED", JoinedTimestamp = store.Now },
        ],
    };

    private JsonObject Describe(ServiceCall call, JsonObject input) => Answer(call, store.Access.Member(call));

    private JsonObject? Delete(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Management(call);
        // Closed accounts stay members for 90 days.
        if (organization.Accounts.Count > 1)
            throw new AwsErrorException("OrganizationNotEmptyException", "To delete an organization you must first remove all member accounts (except the master).");
        store.Context.State.Organizations.Organization = null;
        OrganizationTrails.TurnIntoAccountTrails(store.Context.State);
        return null;
    }

    private JsonObject Answer(ServiceCall call, SandboxOrganization organization) =>
        new() { ["Organization"] = store.Shapes.Organization(call, organization) };

    private static AwsErrorException AlreadyMember() =>
        new("AlreadyInOrganizationException", "The AWS account is already a member of an organization.");

    private static AwsErrorException OnlyOne() =>
        new("AccessDeniedException", "This sandbox holds one organization, and another account has created it.");
}
