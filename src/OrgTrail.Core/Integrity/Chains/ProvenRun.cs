namespace OrgTrail.Integrity;

/// <summary>
/// How far a chain is proved from its beginning without a break, logs included. Logs are read in no order, so a digest counts
/// when all of its own are done, and all in front of it.
/// </summary>
/// <param name="before">What an earlier receipt has of it.</param>
internal sealed class ProvenRun(ProvenChain? before)
{
    // As many as there may be between a digest and what a listing of the bucket finds later: some days.
    private const int Remembered = 128;

    private readonly object _gate = new();
    private readonly Queue<Mark> _open = new();
    private readonly List<ProvenDigest> _proven = [];
    private ProvenDigest? _first = before?.First;
    private bool _isBroken;

    /// <summary>The first digest and the newest one up to which all is proved.</summary>
    public (ProvenDigest? First, ProvenDigest? Last) Span
    {
        get
        {
            lock (_gate) return _proven.Count == 0 ? (before?.First, before?.Last) : (_first, _proven[^1]);
        }
    }

    /// <summary>Goes on with a proved digest, whose logs are still to be read.</summary>
    public Mark Add(ProvenDigest digest, int logs)
    {
        var mark = new Mark(this, digest, logs);
        lock (_gate)
        {
            if (!_isBroken) _open.Enqueue(mark);
            Advance();
        }

        return mark;
    }

    /// <summary>What is behind the digests so far is not proved without a break.</summary>
    public void Break() => Add(null!, -1);

    /// <summary>What is behind a moment is not proved without a break.</summary>
    public void BreakAt(DateTimeOffset time)
    {
        lock (_gate)
        {
            _isBroken = true;
            _open.Clear();
            _proven.RemoveAll(digest => digest.End > time);
        }
    }

    private void Advance()
    {
        while (!_isBroken && _open.TryPeek(out var next) && next.IsDone)
        {
            _open.Dequeue();
            if (next.IsBad)
            {
                _isBroken = true;
                _open.Clear();
                return;
            }

            _first ??= next.Digest;
            if (_proven.Count == Remembered) _proven.RemoveAt(0);
            _proven.Add(next.Digest);
        }
    }

    /// <summary>A digest and how many of its logs are still to be read.</summary>
    public sealed class Mark(ProvenRun run, ProvenDigest digest, int logs)
    {
        private int _left = logs;
        private bool _isBad = logs < 0;

        internal ProvenDigest Digest => digest;

        internal bool IsDone => _left <= 0 || _isBad;

        internal bool IsBad => _isBad;

        /// <summary>One of its logs was read.</summary>
        public void Done(bool isProven)
        {
            lock (run._gate)
            {
                _left--;
                _isBad |= !isProven;
                run.Advance();
            }
        }
    }
}
