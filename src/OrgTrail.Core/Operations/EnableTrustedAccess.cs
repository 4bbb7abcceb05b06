using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>Lets CloudTrail act in all accounts of the organization.</summary>
public static class EnableTrustedAccess
{
    /// <summary>Reads the state; nothing to change when trusted access is on.</summary>
    /// <exception cref="OrgTrailException"><c>OrganizationNotInAllFeaturesMode</c> before anything is changed.</exception>
    public static async Task<Plan<TrustedAccess>> PlanAsync(CloudSession session, CancellationToken cancellation)
    {
        var current = await GetTrustedAccess.ReadAsync(session, cancellation);
        var organization = await session.OrganizationAsync(cancellation);
        if (!current.Enabled) TrailPrerequisites.RequireAllFeatures(organization);

        return new(
            organization.Id,
            "Enable trusted access",
            current.Enabled ? [] : [$"{TrustedAccess.CloudTrail} gets trusted access to all accounts of the organization"],
            current,
            async applying =>
            {
                await session.Cloud.Organizations.EnableTrustedServiceAsync(TrustedAccess.CloudTrail, applying);
                return GetTrustedAccess.Of(organization, enabled: true);
            });
    }
}
