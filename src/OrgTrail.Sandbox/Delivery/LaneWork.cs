using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>What is to be done for one lane; prepared under the state's gate, done beside other lanes.</summary>
internal sealed class LaneWork(TrailRun run, Lane lane, SandboxDeliveryProgress progress, bool logFilesPass, bool digestsPass)
{
    /// <summary>What was delivered.</summary>
    public DeliveryReport Report { get; private set; } = DeliveryReport.Nothing;

    /// <summary>When the last log file was delivered; <see langword="null"/> when none was.</summary>
    public DateTimeOffset? LastLogFile { get; private set; }

    /// <summary>When the last digest was delivered; <see langword="null"/> when none was.</summary>
    public DateTimeOffset? LastDigest { get; private set; }

    /// <summary>Delivers what falls due up to <paramref name="to"/>.</summary>
    /// <param name="bench">What the calling thread works with.</param>
    /// <param name="from">Since when time has passed on command; up to there it passed by itself.</param>
    /// <param name="to">Until when.</param>
    /// <param name="last">Whether the chain of digests ends there.</param>
    public void Do(Workbench bench, DateTimeOffset from, DateTimeOffset to, bool last)
    {
        if (!logFilesPass)
        {
            progress.IsRefused = true;
            return;
        }

        var delivery = new LaneDelivery(run, lane, progress, bench);
        if (progress.IsRefused)
            delivery.Backfill(FileTime.Second(from), digestsPass);
        else if (from - progress.DeliveredUntil > FileTime.DigestStep)
            delivery.Skip(from, digestsPass);
        progress.IsRefused = false;
        delivery.Advance(to, digestsPass);
        if (last && digestsPass)
            delivery.EndDigest(FileTime.Second(to));
        Report = new(delivery.LogFiles, delivery.Digests);
        (LastLogFile, LastDigest) = (delivery.LastLogFile, delivery.LastDigest);
    }
}
