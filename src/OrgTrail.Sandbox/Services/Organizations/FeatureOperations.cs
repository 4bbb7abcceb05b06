using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>The change to all features: asked here, approved and finished by AcceptHandshake.</summary>
internal sealed class FeatureOperations(OrganizationStore store) : IOperationGroup
{
    /// <summary>The change must be finished within 90 days (AWS Organizations user guide, Enabling all features).</summary>
    private static readonly TimeSpan ChangeTime = TimeSpan.FromDays(90);

    /// <summary>Larger organizations must ask AWS Support (AWS Organizations API reference, ConstraintViolationException).</summary>
    private const int LargestOrganization = 5000;

    public OperationTable Operations => new()
    {
        ["EnableAllFeatures"] = Enable,
    };

    private JsonObject Enable(ServiceCall call, JsonObject input)
    {
        var organization = store.Access.Management(call);
        Check(organization);
        var change = Handshakes.New(store, "ENABLE_ALL_FEATURES", store.ManagementAccountId, ChangeTime);
        organization.Handshakes.Add(change);
        organization.Handshakes.AddRange(organization.Accounts.Where(IsAsked).Select(account => Approval(change, account)));
        Handshakes.OpenWhenApproved(organization);
        return new JsonObject { ["Handshake"] = Handshakes.Shape(store, call, organization, change) };
    }

    private static void Check(SandboxOrganization organization)
    {
        if (organization.HasAllFeatures())
            throw OrganizationErrors.HandshakeConstraint("ORGANIZATION_ALREADY_HAS_ALL_FEATURES", "All features are already enabled in this organization.");
        if (organization.PendingAllFeatures() is not null)
            throw OrganizationErrors.HandshakeConstraint("ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION", "The change of this organization to all features is already under way.");
        if (organization.Accounts.Count > LargestOrganization)
            throw OrganizationErrors.Constraint("ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED", "The organization has too many accounts to change to all features by itself.");
    }

    // Accounts that the organization created have no say of their own.
    private bool IsAsked(SandboxAccount account) => account.JoinedMethod == "INVITED" && account.Id != store.ManagementAccountId;

    private SandboxHandshake Approval(SandboxHandshake change, SandboxAccount account)
    {
        var approval = Handshakes.New(store, "APPROVE_ALL_FEATURES", account.Id, ChangeTime);
        approval.ParentHandshakeId = change.Id;
        return approval;
    }
}
