using OrgTrail.Connection;
using OrgTrail.Health;
using OrgTrail.Problems;

namespace OrgTrail.Operations;

/// <summary>Lets CloudTrail act in all accounts of the organization.</summary>
/// <param name="session">The connection, in the management account.</param>
/// <param name="time">The clock of waits for somebody else's change.</param>
/// <param name="feedback">Told what is waited for.</param>
public sealed class EnableTrustedAccess(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>Reads the state; nothing to change when trusted access is on.</summary>
    /// <exception cref="OrgTrailException"><c>OrganizationNotInAllFeaturesMode</c> before anything is changed.</exception>
    public async Task<Plan<TrustedAccess>> PlanAsync(CancellationToken cancellation)
    {
        var current = await GetTrustedAccess.ReadAsync(session, cancellation);
        var organization = await session.OrganizationAsync(cancellation);
        if (!current.Enabled) ProblemList.ThrowIfAny([.. AllFeaturesCheck.Problems(organization)]);

        return new(
            organization.Id,
            "Enable trusted access",
            current.Enabled ? [] : [$"{TrustedAccess.CloudTrail} gets trusted access to all accounts of the organization"],
            current,
            async applying =>
            {
                await new PropagationRetry(time, feedback).CallAsync(
                    "Enabling trusted access",
                    calling => session.Cloud.Organizations.EnableTrustedServiceAsync(TrustedAccess.CloudTrail, calling),
                    TransientErrors.Include,
                    applying);
                session.HasEnabledTrust = true;
                return GetTrustedAccess.Of(organization, enabled: true);
            });
    }
}
