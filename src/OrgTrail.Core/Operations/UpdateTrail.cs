using OrgTrail.Connection;
using OrgTrail.Health;
using OrgTrail.State;

namespace OrgTrail.Operations;

/// <summary>Changes a trail to what is given, and sends only what differs.</summary>
/// <param name="session">The connection.</param>
/// <param name="time">The clock of waits for a fresh bucket policy to spread.</param>
/// <param name="feedback">Told what could not be checked, and what is waited for.</param>
public sealed class UpdateTrail(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>Reads the trail and compares it with <paramref name="wanted"/>.</summary>
    /// <param name="identity">The trail; it is changed in its home Region, whatever the Region of the connection.</param>
    /// <param name="wanted">What it shall be; its name is not looked at, since a trail cannot be renamed.</param>
    /// <param name="skipPrerequisiteCheck">Whether to send without looking at organization and bucket first.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<Plan<Trail>> PlanAsync(
        TrailIdentity identity, TrailSettings wanted, bool skipPrerequisiteCheck, CancellationToken cancellation)
    {
        TrailSettingsRules.RequireForUpdate(wanted);
        var trail = await TrailFinder.ReadAsync(session, identity, new PropagationRetry(time, feedback), cancellation);
        var changes = TrailChanges.Between(trail, wanted);
        var planned = With(trail, changes.Settings);
        TrailSettingsRules.RequireGlobalEvents(planned.IsMultiRegionTrail, planned.IncludeGlobalServiceEvents);

        if (changes.Settings.IsOrganizationTrail is not null && !skipPrerequisiteCheck)
            await ManagementAccount.RequireAsync(session, "Account trails are turned into organization trails, and back,", cancellation);

        var fresh = trail.Freshness;
        if (changes.ConcernDelivery && planned.IsOrganizationTrail && !skipPrerequisiteCheck)
            fresh = (await Preflight.RunAsync(TrailState.Of(CloudState.Of(session, time, feedback, cancellation), planned), AskedBefore.Update)).Require(Freshness.None, feedback);
        fresh.Trail = trail.IsFresh;

        return new(
            trail.TrailARN, "Update trail", changes.Texts, trail,
            applying => ApplyAsync(trail, changes.Settings, fresh, applying));
    }

    private async Task<Trail> ApplyAsync(Trail trail, TrailSettings changes, Freshness fresh, CancellationToken cancellation)
    {
        var answer = await new PropagationRetry(time, feedback).CallAsync(
            $"Updating trail {trail.Name}",
            calling => TrailFinder.HomeOf(session, trail).UpdateAsync(TrailFinder.AddressOf(trail), changes, calling),
            fresh.Explains,
            cancellation);
        return session.Mark(answer.WithSelectorsOf(trail));
    }

    private static Trail With(Trail trail, TrailSettings changes) => new()
    {
        Name = trail.Name,
        TrailARN = trail.TrailARN,
        HomeRegion = trail.HomeRegion,
        Settings = trail.Settings.With(changes),
    };
}
