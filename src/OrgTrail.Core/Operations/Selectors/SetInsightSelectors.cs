using OrgTrail.Connection;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>Replaces which insights a trail records, when that differs from what is wanted.</summary>
/// <param name="session">The connection.</param>
/// <param name="time">The clock of waits for a trail that was changed a moment ago.</param>
/// <param name="feedback">Told what is waited for.</param>
public sealed class SetInsightSelectors(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>Checks what is wanted, reads what is, and compares.</summary>
    /// <param name="identity">The trail.</param>
    /// <param name="wanted">All selectors that it shall have; none switches insights off.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException"><c>InvalidInsightSelectors</c> before anything is changed: also when the trail does not record the events that insights are drawn from.</exception>
    public async Task<Plan<InsightSelectors>> PlanAsync(TrailIdentity identity, InsightSelectors wanted, CancellationToken cancellation)
    {
        InsightSelectorRules.Require(wanted);
        var patience = new PropagationRetry(time, feedback);
        var trail = await TrailFinder.ReadForChangeAsync(session, identity, patience, cancellation);
        var selectors = TrailFinder.HomeOf(session, trail).Selectors;
        var live = await patience.CallAsync(
            $"Reading the insight selectors of trail {trail.Name}",
            reading => selectors.GetInsightsAsync(TrailFinder.AddressOf(trail), reading),
            trail.Freshness.ExplainsAbsence,
            cancellation);
        var changes = InsightChanges.Between(live, wanted);
        if (!changes.IsEmpty && wanted.Selectors.Count > 0)
            InsightSelectorRules.RequireEvents(wanted, RecordedEvents.Of(await selectors.GetEventsAsync(TrailFinder.AddressOf(trail), cancellation)));

        return new(trail.TrailARN, "Set insight selectors", changes.Texts, live.For(trail.TrailARN), async applying =>
        {
            await patience.CallAsync(
                $"Setting the insight selectors of trail {trail.Name}",
                calling => selectors.PutInsightsAsync(TrailFinder.AddressOf(trail), wanted, calling),
                trail.Freshness.Explains,
                applying);
            return wanted.For(trail.TrailARN);
        });
    }
}
