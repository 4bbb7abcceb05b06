using System.Collections.Concurrent;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>Lends workbenches to threads: as many as work at once, however often the scheduler changes threads.</summary>
internal sealed class Workbenches(SigningKeys keys) : IDisposable
{
    private readonly ConcurrentBag<Workbench> _free = [];

    /// <summary>Lends a workbench for one piece of work.</summary>
    public void Use(Action<Workbench> work)
    {
        var bench = _free.TryTake(out var free) ? free : new Workbench(keys);
        try
        {
            work(bench);
        }
        finally
        {
            _free.Add(bench);
        }
    }

    public void Dispose()
    {
        foreach (var bench in _free)
            bench.Dispose();
    }
}
