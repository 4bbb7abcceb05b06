using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>The accounts and Regions that a trail covers.</summary>
internal static class TrailReach
{
    private const string NotYetActive = "PENDING_ACTIVATION";

    public static IReadOnlyList<AccountRegion> Of(SandboxState state, SandboxTrail trail)
    {
        IReadOnlyList<string> regions = trail.IsMultiRegionTrail ? state.Regions : [trail.HomeRegion];
        return [.. from account in Accounts(state, trail) from region in Enabled(account.Disabled, regions, trail) select new AccountRegion(account.Id, region)];
    }

    /// <summary>When accounts came to the organization, by their ids.</summary>
    public static IReadOnlyDictionary<string, DateTimeOffset> Joined(SandboxState state) =>
        state.Organizations.Organization?.Accounts.DistinctBy(account => account.Id).ToDictionary(account => account.Id, account => account.JoinedTimestamp) ?? [];

    // CloudTrail user guide, "Account closure and trails": organization trails keep delivering for closed members.
    private static IEnumerable<(string Id, IReadOnlyList<string> Disabled)> Accounts(SandboxState state, SandboxTrail trail)
    {
        var accounts = state.Organizations.Organization?.Accounts ?? [];
        (string Id, IReadOnlyList<string> Disabled) owner =
            (trail.OwnerAccountId, accounts.Find(account => account.Id == trail.OwnerAccountId)?.DisabledRegions ?? []);
        return trail.IsOrganizationTrail
            ? accounts.Where(account => account.State != NotYetActive).Select(account => (account.Id, (IReadOnlyList<string>)account.DisabledRegions)).Append(owner).DistinctBy(account => account.Id)
            : [owner];
    }

    // CloudTrail user guide, "Creating a trail for an organization": an account without the home Region delivers nothing at all.
    private static IEnumerable<string> Enabled(IReadOnlyList<string> disabled, IReadOnlyList<string> regions, SandboxTrail trail)
    {
        if (disabled.Count == 0) return regions;
        return disabled.Contains(trail.HomeRegion) ? [] : regions.Except(disabled);
    }
}
