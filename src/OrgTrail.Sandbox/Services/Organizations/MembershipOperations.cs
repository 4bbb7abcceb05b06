using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Accounts that join by invitation, and accounts that leave.</summary>
internal sealed class MembershipOperations(OrganizationStore store) : IOperationGroup
{
    /// <summary>"Invitations expire after 15 days" (AWS Organizations user guide, Inviting an account).</summary>
    private static readonly TimeSpan InvitationTime = TimeSpan.FromDays(15);

    public OperationTable Operations => new()
    {
        ["InviteAccountToOrganization"] = Invite,
        ["RemoveAccountFromOrganization"] = Remove,
        ["LeaveOrganization"] = Leave,
    };

    private JsonObject Invite(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Management(call);
        var accountId = Invited(input);
        if (organization.PendingAllFeatures() is not null)
            throw OrganizationErrors.HandshakeConstraint("INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES", "You can't invite accounts while the change to all features is under way.");
        if (organization.Account(accountId) is not null)
            throw OrganizationErrors.HandshakeConstraint("ALREADY_IN_AN_ORGANIZATION", "The account is already a member of an organization.");
        if (organization.Handshakes.Exists(handshake => handshake.Action == "INVITE" && handshake.AccountId == accountId && handshake.IsPending()))
            throw new AwsErrorException("DuplicateHandshakeException", "An invitation for this account is already open.");
        var handshake = Handshakes.New(store, "INVITE", accountId, InvitationTime);
        organization.Handshakes.Add(handshake);
        return new JsonObject { ["Handshake"] = Handshakes.Shape(store, call, organization, handshake) };
    }

    // Nobody in the sandbox reads mail: an address belongs to no account outside the organization.
    private static string Invited(JsonObject input)
    {
        var target = input["Target"] as JsonObject ?? throw OrganizationErrors.InvalidInput("INPUT_REQUIRED", "You must provide a value for the parameter Target.");
        return target.Text("Type") == "ACCOUNT"
            ? target.Required("Id", OrganizationPatterns.Account())
            : throw OrganizationErrors.InvalidInput("INVALID_PARTY_TYPE_TARGET", "The sandbox invites accounts by their id only: give a Target of type ACCOUNT.");
    }

    private JsonObject? Remove(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Management(call);
        var account = organization.Account(input.Required("AccountId", OrganizationPatterns.Account())) ?? throw OrganizationErrors.AccountNotFound();
        return Part(organization, account);
    }

    private JsonObject? Leave(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Member(call);
        return Part(organization, organization.Account(call.AccountId)!);
    }

    private JsonObject? Part(SandboxOrganization organization, SandboxAccount account)
    {
        if (account.Id == store.ManagementAccountId)
            throw new AwsErrorException("MasterCannotLeaveOrganizationException", "The management account can't leave its organization.");
        if (organization.DelegatedAdministrators.Values.Any(accounts => accounts.Contains(account.Id)))
            throw OrganizationErrors.Constraint("CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG", "You can't remove an account that is a delegated administrator from the organization.");
        organization.Accounts.Remove(account);
        Handshakes.Forget(organization, account.Id);
        return null;
    }
}
