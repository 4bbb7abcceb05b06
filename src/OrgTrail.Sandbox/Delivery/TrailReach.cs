using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>The accounts and Regions that a trail covers.</summary>
internal static class TrailReach
{
    private const string NotYetActive = "PENDING_ACTIVATION";

    public static IReadOnlyList<Lane> Of(SandboxState state, SandboxTrail trail)
    {
        IReadOnlyList<string> regions = trail.IsMultiRegionTrail ? state.Regions : [trail.HomeRegion];
        return [.. from account in Accounts(state, trail) from region in regions select new Lane(account, region)];
    }

    /// <summary>When an account came to the organization; <see langword="null"/> when it is not a member.</summary>
    public static DateTimeOffset? Joined(SandboxState state, string accountId) =>
        state.Organizations.Organization?.Accounts.Find(account => account.Id == accountId)?.JoinedTimestamp;

    // CloudTrail user guide, "Account closure and trails": organization trails keep delivering for closed members.
    private static IEnumerable<string> Accounts(SandboxState state, SandboxTrail trail) =>
        trail.IsOrganizationTrail && state.Organizations.Organization is { } organization
            ? organization.Accounts.Where(account => account.State != NotYetActive).Select(account => account.Id).Append(trail.OwnerAccountId).Distinct()
            : [trail.OwnerAccountId];
}
