using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>Finds trails as a caller sees them: its own, and the organization's under the management account's ARN.</summary>
internal sealed class TrailRegister(SandboxState state)
{
    private List<SandboxTrail> Trails => state.CloudTrail.Trails;

    /// <summary>All trails that a caller sees, in all Regions.</summary>
    public IEnumerable<SandboxTrail> Visible(Caller caller) => Trails.Where(trail => Sees(caller, trail));

    /// <summary>The trails that a caller sees in its Region: home trails and the shadows of multi-Region trails.</summary>
    public IEnumerable<SandboxTrail> InRegion(Caller caller) =>
        Visible(caller).Where(trail => trail.HomeRegion == caller.Region || trail.IsMultiRegionTrail);

    /// <summary>The trails of an account that count in a Region. Those of others' organization trails do not (CloudTrail user guide, "Preparing for creating a trail for your organization").</summary>
    public int CountIn(string accountId, string region, SandboxTrail? except) => Trails.Count(trail =>
        trail != except && trail.OwnerAccountId == accountId && (trail.HomeRegion == region || trail.IsMultiRegionTrail));

    /// <summary>A trail to read. A name means a trail of the caller's own account with this home Region.</summary>
    public SandboxTrail Find(Caller caller, string? nameOrArn) =>
        TryFind(caller, nameOrArn) ?? throw TrailRefusals.TrailNotFound(nameOrArn!, caller.AccountId);

    /// <summary>The same; <see langword="null"/> when there is no such trail.</summary>
    public SandboxTrail? TryFind(Caller caller, string? nameOrArn)
    {
        // CloudTrail API reference, DescribeTrails: names belong to the current Region and account, ARNs reach further. For
        // a delegated administrator and for members, an organization trail is therefore only to be had by its ARN.
        if (!TrailArn.IsMeantBy(nameOrArn))
        {
            var name = TrailNames.Require(nameOrArn);
            return Trails.Find(trail => IsNamed(trail, caller, name) && trail.HomeRegion == caller.Region);
        }

        var arn = TrailNames.RequireArn(nameOrArn!);
        if (arn.AccountId != caller.AccountId && (caller.Organization is null || arn.AccountId != state.ManagementAccountId))
            throw TrailRefusals.InvalidArn(nameOrArn!);
        return Visible(caller).FirstOrDefault(trail => trail.Arn == nameOrArn);
    }

    /// <summary>A trail to change: in its home Region, by the owner or, for organization trails, a delegated administrator.</summary>
    public SandboxTrail FindToChange(Caller caller, string? nameOrArn)
    {
        if (TryFind(caller, nameOrArn) is not { } trail)
        {
            var shadow = InRegion(caller).FirstOrDefault(shadow => IsNamed(shadow, caller, nameOrArn!));
            throw shadow is null ? TrailRefusals.TrailNotFound(nameOrArn!, caller.AccountId) : TrailRefusals.InvalidHomeRegion(shadow.Name, shadow.HomeRegion);
        }

        // What AWS answers to a member is not documented; this code is one that the API reference lists for these operations.
        if (trail.OwnerAccountId != caller.AccountId && !caller.MayChangeOrganizationTrails)
            throw TrailRefusals.NotManagementAccount();
        if (trail.HomeRegion != caller.Region)
            throw TrailRefusals.InvalidHomeRegion(trail.Name, trail.HomeRegion);
        return trail;
    }

    private static bool IsNamed(SandboxTrail trail, Caller caller, string name) =>
        trail.Name == name && trail.OwnerAccountId == caller.AccountId;

    // Members see organization trails as the management account's (CloudTrail user guide, "Creating a trail for an
    // organization").
    private bool Sees(Caller caller, SandboxTrail trail) =>
        trail.OwnerAccountId == caller.AccountId
        || (trail.IsOrganizationTrail && caller.Organization is not null && trail.OwnerAccountId == state.ManagementAccountId);
}
