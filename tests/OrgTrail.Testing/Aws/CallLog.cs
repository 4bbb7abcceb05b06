namespace OrgTrail.Testing;

/// <summary>The calls so far, and who waits for one.</summary>
internal sealed class CallLog
{
    private readonly object _gate = new();
    private readonly List<AwsCall> _calls = [];
    private readonly List<(string Name, TaskCompletionSource<AwsCall> Waiting)> _waiting = [];

    // An array, since PowerShell cannot index the list that a collection expression makes.
    public IReadOnlyList<AwsCall> Calls
    {
        get
        {
            lock (_gate)
                return _calls.ToArray();
        }
    }

    public void Add(AwsCall call)
    {
        lock (_gate)
        {
            _calls.Add(call);
            foreach (var (name, waiting) in _waiting)
            {
                if (name == call.ToString())
                    waiting.TrySetResult(call);
            }
        }
    }

    public Task<AwsCall> FirstAsync(string name)
    {
        lock (_gate)
        {
            if (_calls.Find(call => call.ToString() == name) is { } call)
                return Task.FromResult(call);

            var waiting = new TaskCompletionSource<AwsCall>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((name, waiting));
            return waiting.Task;
        }
    }

    public void Clear()
    {
        lock (_gate)
            _calls.Clear();
    }
}
