using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>What the operations ask of an organization.</summary>
internal static class OrganizationQuestions
{
    public static bool HasAllFeatures(this SandboxOrganization organization) => organization.FeatureSet == "ALL";

    public static SandboxAccount? Account(this SandboxOrganization organization, string id) =>
        organization.Accounts.Find(account => account.Id == id);

    public static SandboxOrganizationalUnit? Unit(this SandboxOrganization organization, string id) =>
        organization.OrganizationalUnits.Find(unit => unit.Id == id);

    public static bool HasParent(this SandboxOrganization organization, string id) =>
        id == organization.RootId || organization.Unit(id) is not null;

    /// <summary>The root or unit that an account is in.</summary>
    public static string ParentOf(this SandboxOrganization organization, SandboxAccount account) => account.ParentId ?? organization.RootId;

    /// <summary>Whether the handshake still waits for somebody.</summary>
    public static bool IsPending(this SandboxHandshake handshake) => handshake.State is "REQUESTED" or "OPEN";

    /// <summary>The change to all features that is under way; <see langword="null"/> for none.</summary>
    public static SandboxHandshake? PendingAllFeatures(this SandboxOrganization organization) =>
        organization.Handshakes.Find(handshake => handshake.Action == "ENABLE_ALL_FEATURES" && handshake.IsPending());

    /// <summary>Where a root, unit or account lies: <c>o-…/r-…/ou-…/</c> (AWS Organizations API reference, Account, Paths).</summary>
    public static string PathOf(this SandboxOrganization organization, string id) =>
        id == organization.RootId ? $"{organization.Id}/{id}/"
            : organization.Unit(id) is { } unit ? $"{organization.PathOf(unit.ParentId)}{id}/"
            : organization.Account(id) is { } account ? $"{organization.PathOf(organization.ParentOf(account))}{id}/"
            : $"{organization.Id}/";
}
