using OrgTrail.Sandbox.Services.CloudTrail;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>Makes the accounts and Regions of a trail ready for a delivery: their progress, their permits and the keys of their Regions.</summary>
internal sealed class TrailWorks(SandboxState state, TrailBucketAccess buckets, KeyAccess access, SigningKeys keys)
{
    /// <summary>The work for each of them, under the state's gate.</summary>
    public IReadOnlyList<AccountRegionWork> Prepare(TrailRun run, IReadOnlyList<AccountRegion> places, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var permit = WritePermit.Of(run.Trail, buckets, access);
        var joined = TrailReach.Joined(state);
        var works = places.Select(Prepared).ToArray();
        if (run.Trail.LogFileValidationEnabled)
            ProvideKeys(run.Trail, places, to, cancellation);
        return works;

        AccountRegionWork Prepared(AccountRegion place)
        {
            cancellation.ThrowIfCancellationRequested();
            return Prepare(run, place, permit, Progress(run.Trail, place, from, joined), to);
        }
    }

    private static AccountRegionWork Prepare(TrailRun run, AccountRegion place, WritePermit permit, SandboxDeliveryProgress progress, DateTimeOffset to)
    {
        var objects = new ObjectKeys(run.Trail, run.OrganizationId, place);
        return new AccountRegionWork(
            run,
            place,
            progress,
            permit.Allows(objects.LogFile(to, new string('0', 16))),
            run.Trail.LogFileValidationEnabled && permit.Allows(objects.Digest(to, backfill: false)));
    }

    private static SandboxDeliveryProgress Progress(
        SandboxTrail trail, AccountRegion place, DateTimeOffset from, IReadOnlyDictionary<string, DateTimeOffset> joined)
    {
        if (!trail.Deliveries.TryGetValue(place.ToString(), out var progress))
        {
            DateTimeOffset?[] begins = [from, trail.StartLoggingTime, joined.TryGetValue(place.AccountId, out var since) ? since : null];
            trail.Deliveries[place.ToString()] = progress = new SandboxDeliveryProgress { DeliveredUntil = FileTime.Second(begins.Max()!.Value) };
        }

        if (trail.LogFileValidationEnabled)
        {
            // The first digest of a chain covers the hour before (seen on AWS in September 2026), in which nothing was delivered.
            progress.DigestStart ??= FileTime.Second(progress.DeliveredUntil) - FileTime.DigestStep;
        }

        return progress;
    }

    private void ProvideKeys(SandboxTrail trail, IReadOnlyList<AccountRegion> places, DateTimeOffset to, CancellationToken cancellation)
    {
        if (places.Count > 0)
            keys.Provide([.. places.Select(place => place.Region).Distinct()], places.Min(place => trail.Deliveries[place.ToString()].DigestStart!.Value), to, cancellation);
    }
}
