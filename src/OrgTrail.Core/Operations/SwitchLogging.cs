using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>Starts and stops a trail's logging. CloudTrail takes either any number of times.</summary>
/// <param name="session">The connection.</param>
/// <param name="time">The clock of waits for a trail that was made or changed a moment ago.</param>
/// <param name="feedback">Told what is waited for.</param>
public sealed class SwitchLogging(CloudSession session, TimeProvider time, IFeedback feedback)
{
    private readonly PropagationRetry _patience = new(time, feedback);

    /// <summary>Finds the trail whose logging is to start.</summary>
    public Task<Plan<Trail>> PlanStartAsync(TrailIdentity identity, CancellationToken cancellation) =>
        PlanAsync(identity, "Start logging", "events are recorded from now on", StartAsync, cancellation);

    /// <summary>Finds the trail whose logging is to stop.</summary>
    public Task<Plan<Trail>> PlanStopAsync(TrailIdentity identity, CancellationToken cancellation) =>
        PlanAsync(identity, "Stop logging", "events are no longer recorded, in no account that the trail covers", StopAsync, cancellation);

    internal Task StartAsync(Trail trail, CancellationToken cancellation) => CallAsync(
        $"Starting the logging of trail {trail.Name}", trail, calling => TrailFinder.HomeOf(session, trail).StartLoggingAsync(TrailFinder.AddressOf(trail), calling), cancellation);

    internal Task StopAsync(Trail trail, CancellationToken cancellation) => CallAsync(
        $"Stopping the logging of trail {trail.Name}", trail, calling => TrailFinder.HomeOf(session, trail).StopLoggingAsync(TrailFinder.AddressOf(trail), calling), cancellation);

    private Task CallAsync(string activity, Trail trail, Func<CancellationToken, Task> call, CancellationToken cancellation) =>
        _patience.CallAsync(activity, call, trail.Freshness.Explains, cancellation);

    private async Task<Plan<Trail>> PlanAsync(
        TrailIdentity identity, string action, string change, Func<Trail, CancellationToken, Task> call, CancellationToken cancellation)
    {
        var trail = await TrailFinder.ReadForChangeAsync(session, identity, _patience, cancellation);
        return new(trail.TrailARN, action, [change], trail, async applying =>
        {
            await call(trail, applying);
            return trail;
        });
    }
}
