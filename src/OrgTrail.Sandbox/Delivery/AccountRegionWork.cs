using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>What is to be done for one account and Region; prepared under the state's gate, done beside the others.</summary>
internal sealed class AccountRegionWork(TrailRun run, AccountRegion place, SandboxDeliveryProgress progress, bool logFilesPass, bool digestsPass)
{
    /// <summary>What was delivered.</summary>
    public DeliveryReport Report { get; private set; } = DeliveryReport.Nothing;

    /// <summary>When the last log file was delivered; <see langword="null"/> when none was.</summary>
    public DateTimeOffset? LastLogFile { get; private set; }

    /// <summary>When the last digest was delivered; <see langword="null"/> when none was.</summary>
    public DateTimeOffset? LastDigest { get; private set; }

    /// <summary>Delivers what falls due up to <paramref name="to"/>.</summary>
    /// <param name="buffers">What the calling thread works with.</param>
    /// <param name="from">Since when time has passed on command; up to there it passed by itself.</param>
    /// <param name="to">Until when.</param>
    /// <param name="last">Whether the chain of digests ends there.</param>
    public void Do(DeliveryBuffers buffers, DateTimeOffset from, DateTimeOffset to, bool last)
    {
        if (!logFilesPass)
        {
            progress.IsRefused = true;
            return;
        }

        var delivery = new AccountRegionDelivery(run, place, progress, buffers);
        if (progress.IsRefused)
            delivery.Backfill(FileTime.Second(from), digestsPass);
        else if (from - progress.DeliveredUntil > FileTime.DigestStep)
            delivery.Skip(from, digestsPass);
        progress.IsRefused = false;
        delivery.Advance(to, digestsPass);
        if (last && digestsPass)
            delivery.EndDigest(FileTime.Second(to), to);
        Report = new(delivery.LogFiles, delivery.Digests);
        (LastLogFile, LastDigest) = (delivery.LastLogFile, delivery.LastDigest);
    }
}
