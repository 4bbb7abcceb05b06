using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>What handshakes look like, and how they hang together.</summary>
internal static class Handshakes
{
    /// <summary>A handshake that is sent now.</summary>
    public static SandboxHandshake New(OrganizationStore store, string action, string accountId, TimeSpan time) => new()
    {
        Id = $"h-{store.NewId(20)}",
        Action = action,
        State = "REQUESTED",
        AccountId = accountId,
        RequestedTimestamp = store.Now,
        ExpirationTimestamp = store.Now + time,
    };

    /// <summary>A handshake as AWS tells it.</summary>
    public static JsonObject Shape(OrganizationStore store, ServiceCall call, SandboxOrganization organization, SandboxHandshake handshake) => new()
    {
        ["Id"] = handshake.Id,
        ["Arn"] = store.Shapes.Arn(call, $"handshake/{organization.Id}/{handshake.Action.ToLowerInvariant()}/{handshake.Id}"),
        ["Parties"] = Parties(organization, handshake),
        ["State"] = handshake.State,
        ["RequestedTimestamp"] = JsonMembers.Seconds(handshake.RequestedTimestamp),
        ["ExpirationTimestamp"] = JsonMembers.Seconds(handshake.ExpirationTimestamp),
        ["Action"] = handshake.Action,
        ["Resources"] = Resources(store, organization, handshake),
    };

    /// <summary>Opens the change to all features when nobody is left who has not approved it.</summary>
    public static void OpenWhenApproved(SandboxOrganization organization)
    {
        if (organization.PendingAllFeatures() is { } change && Approvals(organization, change).All(approval => approval.State is "ACCEPTED" or "CANCELED"))
            change.State = "OPEN";
    }

    /// <summary>The approvals that belong to a change to all features.</summary>
    public static IEnumerable<SandboxHandshake> Approvals(SandboxOrganization organization, SandboxHandshake change) =>
        organization.Handshakes.Where(handshake => handshake.ParentHandshakeId == change.Id);

    /// <summary>Calls off what an account that leaves was still asked.</summary>
    public static void Forget(SandboxOrganization organization, string accountId)
    {
        foreach (var handshake in organization.Handshakes)
        {
            if (handshake.AccountId == accountId && (handshake.IsPending() || handshake.State == "DECLINED")) handshake.State = "CANCELED";
        }

        OpenWhenApproved(organization);
    }

    private static JsonArray Parties(SandboxOrganization organization, SandboxHandshake handshake)
    {
        var parties = new JsonArray(new JsonObject { ["Id"] = organization.Id, ["Type"] = "ORGANIZATION" });
        if (handshake.Action != "ENABLE_ALL_FEATURES") parties.Add(new JsonObject { ["Id"] = handshake.AccountId, ["Type"] = "ACCOUNT" });
        return parties;
    }

    private static JsonArray Resources(OrganizationStore store, SandboxOrganization organization, SandboxHandshake handshake)
    {
        var described = Resource("ORGANIZATION", organization.Id);
        if (organization.Account(store.ManagementAccountId) is { } management)
        {
            described["Resources"] = new JsonArray(
                Resource("MASTER_EMAIL", OrganizationShapes.Email(management)),
                Resource("MASTER_NAME", management.Name),
                Resource("ORGANIZATION_FEATURE_SET", organization.FeatureSet));
        }

        var resources = new JsonArray(described);
        if (handshake.Action == "INVITE") resources.Add(Resource("ACCOUNT", handshake.AccountId));
        if (handshake.ParentHandshakeId is { } parent) resources.Add(Resource("PARENT_HANDSHAKE", parent));
        return resources;
    }

    private static JsonObject Resource(string type, string value) => new() { ["Type"] = type, ["Value"] = value };
}
