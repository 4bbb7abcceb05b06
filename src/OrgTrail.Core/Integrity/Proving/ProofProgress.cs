using OrgTrail.Connection;

namespace OrgTrail.Integrity;

/// <summary>Shows how far a proof has come, by chains and bytes; at most four times a second.</summary>
/// <param name="feedback">Shown it.</param>
/// <param name="trail">The trail's name.</param>
/// <param name="total">How many accounts in Regions there are.</param>
/// <param name="time">The clock.</param>
internal sealed class ProofProgress(IFeedback feedback, string trail, int total, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);
    private readonly object _gate = new();
    private readonly string _activity = $"Proving the logs of {trail}";
    private long _last = time.GetTimestamp();
    private long _files;
    private long _bytes;
    private int _done;

    /// <summary>A log file was read.</summary>
    public void Read(long bytes)
    {
        lock (_gate)
        {
            _files++;
            _bytes += bytes;
            Show(isForced: false);
        }
    }

    /// <summary>An account in a Region is done.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            _done++;
            Show(isForced: true);
        }
    }

    public void Dispose() => feedback.ProgressDone(_activity);

    private void Show(bool isForced)
    {
        if (!isForced && time.GetElapsedTime(_last) < Step) return;
        _last = time.GetTimestamp();
        feedback.Progress(_activity, FormattableString.Invariant($"{_done:N0} of {total:N0} accounts in Regions, {_files:N0} log files, {_bytes / 1048576.0:N1} MB"), 100 * _done / Math.Max(1, total));
    }
}
