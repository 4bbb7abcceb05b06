using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>What is to be done for one lane; prepared under the state's gate, done beside other lanes.</summary>
internal sealed class LaneWork(TrailRun run, Lane lane, SandboxDeliveryProgress progress, bool logFilesPass, bool digestsPass) : IDisposable
{
    private readonly LaneDelivery _delivery = new(run, lane, progress);

    /// <summary>What was delivered.</summary>
    public DeliveryReport Report => new(_delivery.LogFiles, _delivery.Digests);

    /// <summary>When the last log file was delivered; <see langword="null"/> when none was.</summary>
    public DateTimeOffset? LastLogFile => _delivery.LastLogFile;

    /// <summary>When the last digest was delivered; <see langword="null"/> when none was.</summary>
    public DateTimeOffset? LastDigest => _delivery.LastDigest;

    /// <summary>Delivers what falls due up to <paramref name="to"/>.</summary>
    /// <param name="from">Since when time has passed on command; up to there it passed by itself.</param>
    /// <param name="to">Until when.</param>
    /// <param name="last">Whether the chain of digests ends there.</param>
    public void Do(DateTimeOffset from, DateTimeOffset to, bool last)
    {
        if (!logFilesPass)
        {
            progress.IsRefused = true;
            return;
        }

        if (progress.IsRefused)
            _delivery.Backfill(FileTime.Second(from), digestsPass);
        else if (from - progress.DeliveredUntil > FileTime.DigestStep)
            _delivery.Skip(from, digestsPass);
        progress.IsRefused = false;
        _delivery.Advance(to, digestsPass);
        if (last && digestsPass)
            _delivery.EndDigest(FileTime.Second(to));
    }

    public void Dispose() => _delivery.Dispose();
}
