using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>Reads what a trail records.</summary>
internal static class GetSelectors
{
    /// <summary>Reads the event selectors, basic or advanced.</summary>
    public static async Task<EventSelectors> ReadEventsAsync(CloudSession session, TrailIdentity identity, CancellationToken cancellation)
    {
        var (home, address, arn) = await TrailFinder.LocateAsync(session, identity, cancellation);
        return session.AttachSession((await home.Selectors.GetEventsAsync(address, cancellation)).For(arn));
    }

    /// <summary>Reads the insight selectors; none when the trail records no insights.</summary>
    public static async Task<InsightSelectors> ReadInsightsAsync(CloudSession session, TrailIdentity identity, CancellationToken cancellation)
    {
        var (home, address, arn) = await TrailFinder.LocateAsync(session, identity, cancellation);
        return session.AttachSession((await home.Selectors.GetInsightsAsync(address, cancellation)).For(arn));
    }
}
