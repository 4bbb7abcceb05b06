using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>Reads one trail, and how its deliveries go.</summary>
internal static class GetTrail
{
    /// <summary>Reads the trail's settings.</summary>
    public static Task<Trail> ReadAsync(CloudSession session, TrailIdentity identity, CancellationToken cancellation) =>
        TrailFinder.ReadAsync(session, identity, cancellation);

    /// <summary>
    /// Reads the trail's status in its home Region: one call when the trail or its ARN is given, since GetTrailStatus
    /// takes ARNs from every account that sees the trail.
    /// </summary>
    public static async Task<TrailStatus> ReadStatusAsync(CloudSession session, TrailIdentity identity, CancellationToken cancellation)
    {
        var arn = TrailFinder.RequireReachable(session, identity.IsArn
            ? identity.RequireArn()
            : Trails.TrailArn.Parse((await TrailFinder.ReadAsync(session, identity, cancellation)).TrailARN));
        return session.AttachSession(await session.Cloud.TrailsIn(arn.Region).GetStatusAsync(arn, cancellation));
    }
}
