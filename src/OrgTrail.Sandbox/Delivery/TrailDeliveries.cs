using System.Runtime.ExceptionServices;
using OrgTrail.Sandbox.Services.CloudTrail;
using OrgTrail.Sandbox.Services.S3;
using OrgTrail.Sandbox.State;
using OrgTrail.Trails;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>
/// Delivers the log files and digests of all trails, if their buckets and keys let CloudTrail in: for each account and
/// Region that a trail covers, one file after the other, so that memory does not grow with their number.
/// </summary>
internal sealed class TrailDeliveries : IDelivery
{
    // Accounts work in few Regions; in the others they only leave traces.
    private const int BusyRegions = 5;

    private readonly SandboxContext _context;
    private readonly SigningKeys _keys;
    private readonly TrailWorks _works;
    private readonly DeliveryFaults _faults;

    public TrailDeliveries(SandboxContext context)
    {
        var calls = new CloudTrailCalls(context);
        var buckets = new TrailBucketAccess(context);
        var keys = new KeyAccess(context.State, calls);
        _context = context;
        _keys = new SigningKeys(context.State);
        _faults = new DeliveryFaults(buckets, keys, new TopicAccess(context.State, calls));
        _works = new TrailWorks(context.State, buckets, keys, _keys);
    }

    private SandboxState State => _context.State;

    /// <inheritdoc/>
    public DeliveryReport Deliver(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        lock (State.Gate)
        {
            return State.CloudTrail.Trails.Where(trail => trail.IsLogging)
                .Select(trail => Deliver(trail, TrailReach.Of(State, trail), (from, to), last: false, cancellation))
                .Aggregate(DeliveryReport.Nothing, (sum, report) => sum.With(report));
        }
    }

    /// <inheritdoc/>
    public long MostFiles(TimeSpan time)
    {
        lock (State.Gate)
        {
            var places = State.CloudTrail.Trails.Where(trail => trail.IsLogging).Sum(trail => (long)TrailReach.Of(State, trail).Count);
            return places * (1 + (time.Ticks / FileTime.LogStep.Ticks) + (time.Ticks / FileTime.DigestStep.Ticks));
        }
    }

    /// <summary>
    /// Ends the deliveries of some accounts and Regions of a trail, as when it is stopped, deleted or covers less: the last log files and,
    /// for each chain that was begun, a final digest. Later ones begin a new chain. Takes the state's gate for granted.
    /// </summary>
    public void Finish(SandboxTrail trail, Func<AccountRegion, bool> ends)
    {
        var now = _context.Clock.Now;
        var places = TrailReach.Of(State, trail).Where(place => trail.Deliveries.ContainsKey(place.ToString()) && ends(place)).ToArray();
        Deliver(trail, places, (now, now), last: true, CancellationToken.None);
        foreach (var place in places)
            trail.Deliveries.Remove(place.ToString());
    }

    private DeliveryReport Deliver(
        SandboxTrail trail, IReadOnlyList<AccountRegion> places, (DateTimeOffset From, DateTimeOffset To) span, bool last, CancellationToken cancellation)
    {
        var run = new TrailRun(
            trail,
            trail.IsOrganizationTrail ? State.Organizations.Organization?.Id : null,
            State.CloudTrail.EventSeed ??= _context.Random.Next(),
            State.Regions.Skip(BusyRegions).Except([trail.HomeRegion]).ToHashSet(),
            State.S3.Buckets.GetValueOrDefault(trail.S3BucketName),
            new BucketObjects(_context));
        var works = _works.Prepare(run, places, span.From, span.To, cancellation);
        try
        {
            using var pool = new BufferPool(_keys);
            Parallel.ForEach(works, new ParallelOptions { CancellationToken = cancellation }, work => pool.Use(buffers => work.Do(buffers, span.From, span.To, last)));
        }
        catch (AggregateException failed)
        {
            // All fail for the same reason: the first one is as good as any.
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }
        finally
        {
            Note(trail, works);
        }

        return new DeliveryReport(works.Sum(work => work.Report.LogFiles), works.Sum(work => work.Report.Digests));
    }

    private void Note(SandboxTrail trail, IReadOnlyList<AccountRegionWork> works)
    {
        trail.LatestDeliveryTime = works.Max(work => work.LastLogFile) ?? trail.LatestDeliveryTime;
        if (_faults.OfNotifications(trail) is null) trail.LatestNotificationTime = works.Max(work => work.LastLogFile) ?? trail.LatestNotificationTime;
        trail.LatestDigestDeliveryTime = works.Max(work => work.LastDigest) ?? trail.LatestDigestDeliveryTime;
        trail.LatestDeliveryError = _faults.OfLogFiles(trail);
        trail.LatestDigestDeliveryError = _faults.OfDigests(trail);
    }
}
