using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>Finds out what the caller's account is to CloudTrail in the organization.</summary>
internal static class CallerRoles
{
    /// <summary>The role of the account that the credentials belong to.</summary>
    public static async Task<CallerRole> OfAsync(CloudSession session, CancellationToken cancellation)
    {
        var organization = session.OrganizationAsync(cancellation);
        var caller = session.CallerAsync(cancellation);
        await Task.WhenAll(organization, caller);

        var account = (await caller).AccountId;
        return account == (await organization).ManagementAccountId ? CallerRole.Management
            : await IsDelegatedAsync(session, account, cancellation) ? CallerRole.DelegatedAdministrator
            : CallerRole.Member;
    }

    private static async Task<bool> IsDelegatedAsync(CloudSession session, string account, CancellationToken cancellation)
    {
        try
        {
            await foreach (var administrator in session.Cloud.Organizations.ListDelegatedAdministratorsAsync(TrustedAccess.CloudTrail, cancellation))
                if (administrator.AccountId == account) return true;
        }
        catch (OrgTrailException exception) when (exception.Problem.Id == ProblemIds.AccessDenied)
        {
            // Only the management account and delegated administrators of some service may list: this is neither.
        }

        return false;
    }
}
