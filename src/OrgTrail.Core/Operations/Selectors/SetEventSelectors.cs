using OrgTrail.Connection;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>Replaces what a trail records, when that differs from what is wanted.</summary>
/// <param name="session">The connection.</param>
/// <param name="time">The clock of waits for a trail that was changed a moment ago.</param>
/// <param name="feedback">Told which events will no longer be recorded.</param>
public sealed class SetEventSelectors(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>Checks what is wanted, reads what is, and compares.</summary>
    /// <param name="identity">The trail.</param>
    /// <param name="wanted">All selectors that it shall have, basic or advanced; those it has now are replaced.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException"><c>InvalidEventSelectors</c> before anything is sent.</exception>
    public async Task<Plan<EventSelectors>> PlanAsync(TrailIdentity identity, EventSelectors wanted, CancellationToken cancellation)
    {
        EventSelectorRules.Require(wanted);
        var patience = new PropagationRetry(time, feedback);
        var trail = await TrailFinder.ReadForChangeAsync(session, identity, patience, cancellation);
        var live = await patience.CallAsync(
            $"Reading the event selectors of trail {trail.Name}",
            reading => TrailFinder.HomeOf(session, trail).Selectors.GetEventsAsync(TrailFinder.AddressOf(trail), reading),
            trail.Freshness.ExplainsAbsence,
            cancellation);
        var changes = SelectorChanges.Between(live, wanted);
        if (changes.Lost.Count > 0) await WarnAsync(trail, wanted, changes.Lost, cancellation);

        return new(trail.TrailARN, "Set event selectors", changes.Texts, live.For(trail.TrailARN), async applying =>
        {
            await patience.CallAsync(
                $"Setting the event selectors of trail {trail.Name}",
                calling => TrailFinder.HomeOf(session, trail).Selectors.PutEventsAsync(TrailFinder.AddressOf(trail), wanted, calling),
                trail.Freshness.Explains,
                applying);
            return wanted.For(trail.TrailARN);
        });
    }

    private async Task WarnAsync(Trail trail, EventSelectors wanted, IReadOnlyList<string> lost, CancellationToken cancellation)
    {
        feedback.Warning($"Trail {trail.Name} will no longer record {string.Join(" and ", lost)}.");
        foreach (var lack in InsightSelectorRules.Starved(await InsightsAsync(trail, cancellation), RecordedEvents.Of(wanted)))
            feedback.Warning($"Trail {trail.Name} will find no insights of a sort that is on: {lack}.");
    }

    private async Task<InsightSelectors> InsightsAsync(Trail trail, CancellationToken cancellation)
    {
        try
        {
            return await TrailFinder.HomeOf(session, trail).Selectors.GetInsightsAsync(TrailFinder.AddressOf(trail), cancellation);
        }
        catch (OrgTrailException exception) when (exception.Problem.Id == ProblemIds.AccessDenied)
        {
            feedback.Verbose($"The insight selectors cannot be seen with these credentials, so they were not looked at: {exception.Problem}");
            return new();
        }
    }
}
