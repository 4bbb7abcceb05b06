using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>What AWS leaves to the management account alone, looked at before anything is sent.</summary>
internal static class ManagementAccount
{
    /// <summary>Refuses credentials of any other account.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="deed">What is to be done, as the beginning of a sentence: <c>Trails are converted</c>.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <returns>The organization.</returns>
    /// <exception cref="OrgTrailException"><c>NotOrganizationManagementAccount</c>; <c>OrganizationsNotInUse</c>.</exception>
    public static async Task<Organization> RequireAsync(CloudSession session, string deed, CancellationToken cancellation)
    {
        var (organization, caller) = (session.OrganizationAsync(cancellation), session.CallerAsync(cancellation));
        await Task.WhenAll(organization, caller);
        return (await caller).AccountId == (await organization).ManagementAccountId ? await organization
            : throw new OrgTrailException(Refusal(await organization, (await caller).AccountId, deed));
    }

    private static Problem Refusal(Organization organization, string account, string deed) => new(
        ProblemIds.NotOrganizationManagementAccount,
        ProblemKind.PermissionDenied,
        $"{deed} by the management account {organization.ManagementAccountId} of organization {organization.Id} alone, and the credentials belong to account {account}.",
        "Use credentials of the management account, for example -ProfileName management.");
}
