using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>What the operations ask of an organization.</summary>
internal static class OrganizationQuestions
{
    /// <summary>"Five levels deep under a root" (AWS Organizations user guide, Quotas).</summary>
    public const int DeepestLevel = 5;

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
    public static string PathOf(this SandboxOrganization organization, string id)
    {
        var account = organization.Account(id);
        var units = organization.UnitsFrom(account is null ? id : organization.ParentOf(account)).Select(unit => unit.Id).Reverse();
        string[] path = [organization.Id, organization.RootId, .. units, .. account is null ? [] : new[] { account.Id }];
        return $"{string.Join('/', path)}/";
    }

    /// <summary>How deep a unit lies; the root has level 0.</summary>
    public static int Level(this SandboxOrganization organization, string id) => organization.UnitsFrom(id).Count();

    // A state written by hand may lead in circles; AWS's limit ends them.
    private static IEnumerable<SandboxOrganizationalUnit> UnitsFrom(this SandboxOrganization organization, string id)
    {
        var unit = organization.Unit(id);
        for (var level = 0; unit is not null && level < DeepestLevel; level++)
        {
            yield return unit;
            unit = organization.Unit(unit.ParentId);
        }
    }
}
