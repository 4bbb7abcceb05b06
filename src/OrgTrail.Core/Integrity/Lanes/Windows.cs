namespace OrgTrail.Integrity;

/// <summary>The times of which no proved digest tells. A log file from one of them is not to blame for being listed nowhere. Serves many threads.</summary>
internal sealed class Windows
{
    private readonly object _gate = new();
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _closed = [];
    private DateTimeOffset _proven = DateTimeOffset.MinValue;
    private bool _isOpen;

    /// <summary>A digest is missing or not proved.</summary>
    public void Open()
    {
        lock (_gate) _isOpen = true;
    }

    /// <summary>Goes on with a proved digest.</summary>
    public void Prove(DigestDocument digest)
    {
        lock (_gate)
        {
            if (_isOpen) _closed.Add((_proven, digest.Start));
            _isOpen = false;
            _proven = digest.End;
        }
    }

    /// <summary>Whether a moment lies in one of them, as far as digests were followed.</summary>
    public bool Contains(DateTimeOffset time)
    {
        lock (_gate)
            return (_isOpen && time >= Slack(_proven)) || _closed.Exists(window => time >= Slack(window.From) && time <= window.To);
    }

    // A log file is named after the minute that it was made in, and listed after its delivery.
    private static DateTimeOffset Slack(DateTimeOffset time) => time == DateTimeOffset.MinValue ? time : time - UnlistedLogs.DeliveryTime;
}
