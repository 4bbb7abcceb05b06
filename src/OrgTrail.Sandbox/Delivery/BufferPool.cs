using System.Collections.Concurrent;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>Lends buffers to threads: as many as work at once, however often the scheduler changes threads.</summary>
internal sealed class BufferPool(SigningKeys keys) : IDisposable
{
    private readonly ConcurrentBag<DeliveryBuffers> _free = [];

    /// <summary>Lends a buffers for one piece of work.</summary>
    public void Use(Action<DeliveryBuffers> work)
    {
        var buffers = _free.TryTake(out var free) ? free : new DeliveryBuffers(keys);
        try
        {
            work(buffers);
        }
        finally
        {
            _free.Add(buffers);
        }
    }

    public void Dispose()
    {
        foreach (var buffers in _free)
            buffers.Dispose();
    }
}
