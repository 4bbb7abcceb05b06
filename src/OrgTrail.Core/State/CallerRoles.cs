using OrgTrail.Ports;

namespace OrgTrail.State;

/// <summary>Finds out what the caller's account is to CloudTrail in the organization.</summary>
internal static class CallerRoles
{
    /// <summary>The role of the account that the credentials belong to. Who may not list delegated administrators is none.</summary>
    public static async Task<CallerRole> OfAsync(
        Fact<Organization> organization, Fact<CallerIdentity> caller, Fact<IReadOnlyList<DelegatedAdministrator>> administrators)
    {
        // Side by side.
        await Task.WhenAll(organization.ObserveAsync(), caller.ObserveAsync());
        var account = (await caller).AccountId;
        if (account == (await organization).ManagementAccountId) return CallerRole.Management;

        // Only the management account and delegated administrators of some service may list.
        var listed = await administrators.ObserveAsync();
        return listed.Value?.Any(administrator => administrator.AccountId == account) == true ? CallerRole.DelegatedAdministrator : CallerRole.Member;
    }
}
