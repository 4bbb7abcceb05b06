using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>How AWS Organizations tells what it has (AWS Organizations API reference, data types).</summary>
/// <param name="state">The sandbox's state: ARNs carry the management account's id.</param>
internal sealed class OrganizationShapes(SandboxState state)
{
    public JsonObject Organization(ServiceCall call, SandboxOrganization organization) => new()
    {
        ["Id"] = organization.Id,
        ["Arn"] = Arn(call, $"organization/{organization.Id}"),
        ["FeatureSet"] = organization.FeatureSet,
        ["MasterAccountArn"] = AccountArn(call, organization, state.ManagementAccountId),
        ["MasterAccountId"] = state.ManagementAccountId,
        ["MasterAccountEmail"] = organization.Account(state.ManagementAccountId) is { } management ? Email(management) : null,
        // What is available, not what is enabled: that is told by ListRoots (DescribeOrganization).
        ["AvailablePolicyTypes"] = organization.HasAllFeatures() ? new JsonArray(PolicyType("SERVICE_CONTROL_POLICY")) : new JsonArray(),
    };

    public JsonObject Account(ServiceCall call, SandboxOrganization organization, SandboxAccount account)
    {
        var shape = Identity(call, organization, account);
        shape["Paths"] = new JsonArray(organization.PathOf(account.Id));
        return shape;
    }

    public JsonObject DelegatedAdministrator(ServiceCall call, SandboxOrganization organization, SandboxAccount account, DateTimeOffset since)
    {
        var shape = Identity(call, organization, account);
        shape["DelegationEnabledDate"] = JsonMembers.Seconds(since);
        return shape;
    }

    public JsonObject Root(ServiceCall call, SandboxOrganization organization) => new()
    {
        ["Id"] = organization.RootId,
        ["Arn"] = Arn(call, $"root/{organization.Id}/{organization.RootId}"),
        ["Name"] = "Root",
        ["PolicyTypes"] = new JsonArray([.. organization.PolicyTypes.Select(PolicyType)]),
    };

    public JsonObject Unit(ServiceCall call, SandboxOrganization organization, SandboxOrganizationalUnit unit) => new()
    {
        ["Id"] = unit.Id,
        ["Arn"] = Arn(call, $"ou/{organization.Id}/{unit.Id}"),
        ["Name"] = unit.Name,
        ["Path"] = organization.PathOf(unit.Id),
    };

    /// <summary>An ARN of the organization's management account.</summary>
    public string Arn(ServiceCall call, string resource) =>
        $"arn:{Partition.OfRegion(call.Region)}:organizations::{state.ManagementAccountId}:{resource}";

    /// <summary>The ARN of one of the organization's accounts.</summary>
    public string AccountArn(ServiceCall call, SandboxOrganization organization, string accountId) =>
        Arn(call, $"account/{organization.Id}/{accountId}");

    /// <summary>The owner's address.</summary>
    public static string Email(SandboxAccount account) => account.Email ?? $"account-{account.Id}@example.com";

    private JsonObject Identity(ServiceCall call, SandboxOrganization organization, SandboxAccount account) => new()
    {
        ["Id"] = account.Id,
        ["Arn"] = AccountArn(call, organization, account.Id),
        ["Email"] = Email(account),
        ["Name"] = account.Name,
        ["Status"] = Status(account),
        ["State"] = account.State,
        ["JoinedMethod"] = account.JoinedMethod,
        ["JoinedTimestamp"] = JsonMembers.Seconds(account.JoinedTimestamp),
    };

    // The older member knows three values only. What it says of the two states that it lacks is inferred: CloseAccount
    // documents SUSPENDED for a closed account, and an account that waits for activation cannot be used either.
    private static string Status(SandboxAccount account) =>
        account.State is "PENDING_ACTIVATION" or "CLOSED" ? "SUSPENDED" : account.State;

    private static JsonObject PolicyType(string type) => new() { ["Type"] = type, ["Status"] = "ENABLED" };
}
