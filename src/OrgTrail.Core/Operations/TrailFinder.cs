using OrgTrail.Connection;
using OrgTrail.Ports;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>
/// Turns a <see cref="TrailIdentity"/> into a trail with its current settings.
/// <para>
/// A name means a trail only together with the caller's account and Region: for a delegated administrator the same name
/// may mean an account trail of its own, while the organization's trail belongs to the management account (CloudTrail
/// user guide, "Delegated administrator"). So a name is used for changes only where a read has proven what it means
/// (<see cref="Trail.ProvenName"/>), and the ARN everywhere else.
/// </para>
/// </summary>
internal static class TrailFinder
{
    /// <summary>Reads the trail. One call, unless a name belongs to another Region.</summary>
    public static async Task<Trail> ReadAsync(CloudSession session, TrailIdentity identity, CancellationToken cancellation)
    {
        if (!identity.IsArn) return await ReadByNameAsync(session, identity.RequireName(), cancellation);

        var arn = RequireReachable(session, identity.RequireArn());
        return session.Mark(await session.Cloud.TrailsIn(arn.Region).GetAsync(arn.ToString(), cancellation));
    }

    /// <summary>The same, waiting for a trail that was created a moment ago.</summary>
    public static Task<Trail> ReadAsync(CloudSession session, TrailIdentity identity, PropagationRetry retry, CancellationToken cancellation) =>
        RetryAsync(reading => ReadAsync(session, identity, reading), identity, retry, cancellation);

    /// <inheritdoc cref="ReadForChangeAsync(CloudSession, TrailIdentity, CancellationToken)"/>
    public static Task<Trail> ReadForChangeAsync(CloudSession session, TrailIdentity identity, PropagationRetry retry, CancellationToken cancellation) =>
        RetryAsync(reading => ReadForChangeAsync(session, identity, reading), identity, retry, cancellation);

    /// <summary>
    /// The trail with its name proven where that is possible, for the calls which some CloudTrail endpoints only
    /// understand by name. One call for the owner of the trail, none when it came down the pipeline proven.
    /// </summary>
    public static async Task<Trail> ReadForChangeAsync(CloudSession session, TrailIdentity identity, CancellationToken cancellation)
    {
        // Proven for one connection says nothing for another: the same name may mean another trail there.
        if (identity.Trail is { ProvenName: not null } proven && proven.Session == session) return proven;
        if (!identity.IsArn) return await ReadAsync(session, identity, cancellation);

        var arn = RequireReachable(session, identity.RequireArn());
        return await TryByNameAsync(session, arn, cancellation) ?? await ReadAsync(session, identity, cancellation);
    }

    /// <summary>
    /// Where to ask about a trail, and by what: for calls that read and take ARNs from every account that sees the trail.
    /// No call is made unless there is only a name, whose home Region has to be found.
    /// </summary>
    public static async Task<(ITrails Home, string Address, string Arn)> LocateAsync(
        CloudSession session, TrailIdentity identity, CancellationToken cancellation)
    {
        if (!identity.IsArn || identity.Trail is { ProvenName: not null })
        {
            var trail = await ReadForChangeAsync(session, identity, cancellation);
            return (HomeOf(session, trail), AddressOf(trail), trail.TrailARN);
        }

        var arn = RequireReachable(session, identity.RequireArn());
        return (session.Cloud.TrailsIn(arn.Region), arn.ToString(), arn.ToString());
    }

    /// <summary>By what CloudTrail is told which trail to change, in its home Region.</summary>
    public static string AddressOf(Trail trail) => trail.ProvenName ?? trail.TrailARN;

    /// <summary>CloudTrail in the trail's home Region, the only one that changes it.</summary>
    public static ITrails HomeOf(CloudSession session, Trail trail) => session.Cloud.TrailsIn(trail.HomeRegion);

    private static async Task<Trail> RetryAsync(
        Func<CancellationToken, Task<Trail>> read, TrailIdentity identity, PropagationRetry retry, CancellationToken cancellation)
    {
        if (identity.Trail is not { IsFresh: true } fresh) return await read(cancellation);
        var trail = await retry.CallAsync($"Reading trail {fresh.Name}", read, fresh.Freshness.ExplainsAbsence, cancellation);
        trail.IsFresh = true;
        return trail;
    }

    private static async Task<Trail> ReadByNameAsync(CloudSession session, string name, CancellationToken cancellation)
    {
        try
        {
            return await ProveAsync(session, session.Cloud.Region, name, cancellation);
        }
        catch (OrgTrailException exception) when (exception.Problem.Id == ProblemIds.TrailNotFound)
        {
            var arn = await ListedArnAsync(session, name, cancellation);
            return arn is null ? throw new OrgTrailException(TrailProblems.NotFound(name, exception.Problem), exception)
                : await ReadForChangeAsync(session, new TrailIdentity(arn), cancellation);
        }
    }

    private static async Task<Trail> ProveAsync(CloudSession session, string region, string name, CancellationToken cancellation)
    {
        var trail = session.Mark(await session.Cloud.TrailsIn(region).GetAsync(name, cancellation));
        trail.ProvenName = trail.Name;
        return trail;
    }

    private static async Task<Trail?> TryByNameAsync(CloudSession session, TrailArn arn, CancellationToken cancellation)
    {
        try
        {
            var trail = await ProveAsync(session, arn.Region, arn.Name, cancellation);
            return trail.TrailARN == arn.ToString() ? trail : null;
        }
        catch (OrgTrailException exception) when (exception.Problem.Id is ProblemIds.TrailNotFound or ProblemIds.AccessDenied)
        {
            // Not the caller's own trail, or the caller's permissions name the ARN alone.
            return null;
        }
    }

    private static async Task<string?> ListedArnAsync(CloudSession session, string name, CancellationToken cancellation)
    {
        var arns = new List<string>();
        await foreach (var listing in session.Cloud.TrailsIn(session.Cloud.Region).ListAsync(cancellation))
            if (listing.Name == name) arns.Add(listing.TrailArn);
        return arns.Count > 1 ? throw new OrgTrailException(TrailProblems.Ambiguous(name, arns)) : arns.FirstOrDefault();
    }

    /// <summary>Refuses an ARN that the connection cannot reach, whatever its credentials.</summary>
    public static TrailArn RequireReachable(CloudSession session, TrailArn arn) =>
        arn.Partition == Partition.OfRegion(session.Cloud.Region) ? arn
            : throw new OrgTrailException(TrailProblems.OtherPartition(arn, session.Cloud.Region));
}
