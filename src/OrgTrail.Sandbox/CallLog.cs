namespace OrgTrail.Sandbox;

/// <summary>The calls that came, as many of the last ones as a check of a thousand accounts in thirty Regions makes.</summary>
internal sealed class CallLog
{
    /// <summary>How many are kept.</summary>
    public const int Most = 50_000;

    private readonly object _gate = new();
    private readonly Queue<SandboxCall> _calls = new();
    private long _forgotten;

    /// <summary>The calls since the last <see cref="Clear"/>, the oldest first, and how many of them are not kept.</summary>
    public (IReadOnlyList<SandboxCall> Calls, long Forgotten) Read()
    {
        lock (_gate) return (_calls.ToArray(), _forgotten);
    }

    public void Add(SandboxCall call)
    {
        lock (_gate)
        {
            _calls.Enqueue(call);
            if (_calls.Count <= Most) return;
            _calls.Dequeue();
            _forgotten++;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _forgotten = 0;
        }
    }
}
