using System.Collections.Concurrent;

namespace OrgTrail.Sandbox;

/// <summary>The failures of the sandbox itself, the last hundred of them.</summary>
internal sealed class ErrorLog(TextWriter log)
{
    private const int Most = 100;

    private readonly ConcurrentQueue<InternalError> _errors = new();
    private readonly TextWriter _log = TextWriter.Synchronized(log);

    public IReadOnlyList<InternalError> All => [.. _errors];

    public void Add(string call, Exception failure)
    {
        var error = new InternalError(call, failure);
        _errors.Enqueue(error);
        if (_errors.Count > Most) _errors.TryDequeue(out _);
        _log.WriteLine(error);
    }
}
