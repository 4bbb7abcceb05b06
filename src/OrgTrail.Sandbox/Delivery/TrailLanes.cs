using OrgTrail.Sandbox.Services.CloudTrail;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>Makes the lanes of a trail ready for a delivery: their progress, their permits and the keys of their Regions.</summary>
internal sealed class TrailLanes(SandboxState state, BucketAccess buckets, KeyAccess access, SigningKeys keys)
{
    /// <summary>The work for each lane, under the state's gate.</summary>
    public IReadOnlyList<LaneWork> Prepare(TrailRun run, IReadOnlyList<Lane> lanes, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var permit = WritePermit.Of(run.Trail, buckets, access);
        var joined = TrailReach.Joined(state);
        var works = lanes.Select(Prepared).ToArray();
        if (run.Trail.LogFileValidationEnabled)
            ProvideKeys(run.Trail, lanes, to, cancellation);
        return works;

        LaneWork Prepared(Lane lane)
        {
            cancellation.ThrowIfCancellationRequested();
            return Prepare(run, lane, permit, Progress(run.Trail, lane, from, joined), to);
        }
    }

    private static LaneWork Prepare(TrailRun run, Lane lane, WritePermit permit, SandboxDeliveryProgress progress, DateTimeOffset to)
    {
        var objects = new ObjectKeys(run.Trail, run.OrganizationId, lane);
        return new LaneWork(
            run,
            lane,
            progress,
            permit.Allows(objects.LogFile(to, new string('0', 16))),
            run.Trail.LogFileValidationEnabled && permit.Allows(objects.Digest(to, backfill: false)));
    }

    private static SandboxDeliveryProgress Progress(
        SandboxTrail trail, Lane lane, DateTimeOffset from, IReadOnlyDictionary<string, DateTimeOffset> joined)
    {
        if (!trail.Deliveries.TryGetValue(lane.ToString(), out var progress))
        {
            DateTimeOffset?[] begins = [from, trail.StartLoggingTime, joined.TryGetValue(lane.AccountId, out var since) ? since : null];
            trail.Deliveries[lane.ToString()] = progress = new SandboxDeliveryProgress { DeliveredUntil = FileTime.Second(begins.Max()!.Value) };
        }

        if (trail.LogFileValidationEnabled)
            progress.DigestStart ??= FileTime.Second(progress.DeliveredUntil);
        return progress;
    }

    private void ProvideKeys(SandboxTrail trail, IReadOnlyList<Lane> lanes, DateTimeOffset to, CancellationToken cancellation)
    {
        if (lanes.Count > 0)
            keys.Provide([.. lanes.Select(lane => lane.Region).Distinct()], lanes.Min(lane => trail.Deliveries[lane.ToString()].DigestStart!.Value), to, cancellation);
    }
}
