using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Handshakes: shown, accepted, declined, called off.</summary>
internal sealed class HandshakeOperations(OrganizationStore store) : IOperationGroup
{
    public OperationTable Operations => new()
    {
        ["DescribeHandshake"] = Describe,
        ["AcceptHandshake"] = Accept,
        ["DeclineHandshake"] = Decline,
        ["CancelHandshake"] = Cancel,
        ["ListHandshakesForOrganization"] = ListForOrganization,
        ["ListHandshakesForAccount"] = ListForAccount,
    };

    private JsonObject Describe(ServiceCall call, JsonObject input)
    {
        var (organization, handshake) = Find(input);
        return call.AccountId == handshake.AccountId || call.AccountId == store.ManagementAccountId
            ? Answer(call, organization, handshake)
            : throw OrganizationErrors.AccessDenied();
    }

    private JsonObject Accept(ServiceCall call, JsonObject input)
    {
        var (organization, handshake) = FindForRecipient(call, input);
        // The change to all features can be finished once everybody has approved it, not before.
        var expected = handshake.Action == "ENABLE_ALL_FEATURES" ? "OPEN" : "REQUESTED";
        Turn(handshake, "ACCEPTED", from: state => state == expected);
        switch (handshake.Action)
        {
            case "ENABLE_ALL_FEATURES":
                organization.FeatureSet = "ALL";
                break;
            case "APPROVE_ALL_FEATURES":
                Handshakes.OpenWhenApproved(organization);
                break;
            default:
                organization.Accounts.Add(new()
                {
                    Id = call.AccountId,
                    Name = $"account-{call.AccountId}",
                    JoinedMethod = "INVITED",
                    JoinedTimestamp = store.Now,
                });
                break;
        }

        return Answer(call, organization, handshake);
    }

    private JsonObject Decline(ServiceCall call, JsonObject input)
    {
        var (organization, handshake) = FindForRecipient(call, input);
        Turn(handshake, "DECLINED", from: state => state is "REQUESTED" or "OPEN");
        return Answer(call, organization, handshake);
    }

    private JsonObject Cancel(ServiceCall call, JsonObject input)
    {
        var (organization, handshake) = Find(input);
        if (call.AccountId != store.ManagementAccountId) throw OrganizationErrors.AccessDenied();
        Turn(handshake, "CANCELED", from: state => state is "REQUESTED" or "OPEN");
        foreach (var approval in Handshakes.Approvals(organization, handshake).Where(approval => approval.IsPending()))
            approval.State = "CANCELED";
        return Answer(call, organization, handshake);
    }

    private JsonObject ListForOrganization(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Administrator(call);
        return List(call, input, organization, organization.Handshakes);
    }

    // Accounts outside the organization see their invitations.
    private JsonObject ListForAccount(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Current();
        var received = organization?.Handshakes.FindAll(handshake => handshake.AccountId == call.AccountId) ?? [];
        return List(call, input, organization, received);
    }

    private JsonObject List(ServiceCall call, JsonObject input, SandboxOrganization? organization, IReadOnlyCollection<SandboxHandshake> handshakes)
    {
        var filter = input["Filter"] as JsonObject ?? [];
        var action = filter.OptionalEnum(
            "ActionType", "INVALID_ENUM", "INVITE", "ENABLE_ALL_FEATURES", "APPROVE_ALL_FEATURES", "ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE", "TRANSFER_RESPONSIBILITY");
        var parent = filter.Text("ParentHandshakeId");
        var found = handshakes.Where(handshake => (action ?? handshake.Action) == handshake.Action && (parent ?? handshake.ParentHandshakeId) == handshake.ParentHandshakeId);
        return store.Pages.Page(call, input, "Handshakes", [.. found], handshake => Handshakes.Shape(store, call, organization!, handshake));
    }

    private JsonObject Answer(ServiceCall call, SandboxOrganization organization, SandboxHandshake handshake) =>
        new() { ["Handshake"] = Handshakes.Shape(store, call, organization, handshake) };

    private (SandboxOrganization Organization, SandboxHandshake Handshake) FindForRecipient(ServiceCall call, JsonObject input)
    {
        var found = Find(input);
        return call.AccountId == found.Handshake.AccountId ? found : throw OrganizationErrors.AccessDenied();
    }

    private (SandboxOrganization Organization, SandboxHandshake Handshake) Find(JsonObject input)
    {
        var id = input.Required("HandshakeId", OrganizationPatterns.Handshake());
        return store.Access.Current() is { } organization && organization.Handshakes.Find(handshake => handshake.Id == id) is { } handshake
            ? (organization, handshake)
            : throw OrganizationErrors.HandshakeNotFound();
    }

    private static void Turn(SandboxHandshake handshake, string state, Func<string, bool> from)
    {
        if (handshake.State == state)
            throw new AwsErrorException("HandshakeAlreadyInStateException", $"The handshake is already in the state {state}.");
        if (!from(handshake.State))
            throw new AwsErrorException("InvalidHandshakeTransitionException", $"A handshake in the state {handshake.State} can't change to {state}.");
        handshake.State = state;
    }
}
