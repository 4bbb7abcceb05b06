using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>Starts and stops a trail's logging. CloudTrail takes either any number of times.</summary>
public static class SwitchLogging
{
    /// <summary>Finds the trail whose logging is to start.</summary>
    public static Task<Plan<Trail>> PlanStartAsync(CloudSession session, TrailIdentity identity, CancellationToken cancellation) =>
        PlanAsync(session, identity, "Start logging", "events are recorded from now on", StartAsync, cancellation);

    /// <summary>Finds the trail whose logging is to stop.</summary>
    public static Task<Plan<Trail>> PlanStopAsync(CloudSession session, TrailIdentity identity, CancellationToken cancellation) =>
        PlanAsync(session, identity, "Stop logging", "events are no longer recorded, in no account that the trail covers", StopAsync, cancellation);

    internal static Task StartAsync(CloudSession session, Trail trail, CancellationToken cancellation) =>
        TrailFinder.HomeOf(session, trail).StartLoggingAsync(TrailFinder.AddressOf(trail), cancellation);

    internal static Task StopAsync(CloudSession session, Trail trail, CancellationToken cancellation) =>
        TrailFinder.HomeOf(session, trail).StopLoggingAsync(TrailFinder.AddressOf(trail), cancellation);

    private static async Task<Plan<Trail>> PlanAsync(
        CloudSession session, TrailIdentity identity, string action, string change,
        Func<CloudSession, Trail, CancellationToken, Task> call, CancellationToken cancellation)
    {
        var trail = await TrailFinder.ReadForChangeAsync(session, identity, cancellation);
        return new(trail.TrailARN, action, [change], trail, async applying =>
        {
            await call(session, trail, applying);
            return trail;
        });
    }
}
