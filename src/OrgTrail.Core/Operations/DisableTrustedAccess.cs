using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>
/// Takes CloudTrail's trust away. It is destructive: organization trails vanish from member accounts and turn into
/// account trails of the management account, and enabling it again restores nothing
/// (Organizations user guide, "AWS CloudTrail and AWS Organizations").
/// </summary>
/// <param name="session">The connection, in the management account.</param>
/// <param name="time">The clock of waits for somebody else's change.</param>
/// <param name="feedback">Told what could not be listed, and what is waited for.</param>
public sealed class DisableTrustedAccess(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>Reads the state and the organization trails that will be lost.</summary>
    public async Task<Plan<TrustedAccess>> PlanAsync(CancellationToken cancellation)
    {
        var current = await GetTrustedAccess.ReadAsync(session, cancellation);
        var organization = await session.OrganizationAsync(cancellation);

        return new(
            organization.Id,
            "Disable trusted access",
            current.Enabled ? await ChangesAsync(cancellation) : [],
            current,
            async applying =>
            {
                await ApplyAsync(applying);
                return GetTrustedAccess.Of(organization, enabled: false);
            });
    }

    internal async Task ApplyAsync(CancellationToken cancellation)
    {
        await new PropagationRetry(time, feedback).CallAsync(
            "Disabling trusted access",
            calling => session.Cloud.Organizations.DisableTrustedServiceAsync(TrustedAccess.CloudTrail, calling),
            TransientErrors.Include,
            cancellation);
        session.HasEnabledTrust = false;
    }

    private async Task<IReadOnlyList<string>> ChangesAsync(CancellationToken cancellation)
    {
        var changes = new List<string> { $"{TrustedAccess.CloudTrail} loses trusted access to the organization's accounts" };
        await foreach (var trail in ListTrails.RunAsync(session, new() { OrganizationTrailsOnly = true }, feedback, cancellation))
            changes.Add($"organization trail {trail.TrailARN} turns into an account trail, its copies vanish from the member accounts");
        return changes;
    }
}
