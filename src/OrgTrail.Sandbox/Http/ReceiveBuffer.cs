using System.Buffers;

namespace OrgTrail.Sandbox.Http;

/// <summary>What was received and not yet taken, in a pooled array.</summary>
internal sealed class ReceiveBuffer(Wire wire) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);
    private int _start;
    private int _end;

    /// <summary>How many bytes there are.</summary>
    public int Length => _end - _start;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(_start, Length);

    /// <summary>Takes bytes off the front.</summary>
    public void Advance(int count) => _start += count;

    /// <summary>Takes as many bytes as fit.</summary>
    public int MoveTo(Span<byte> target)
    {
        var count = Math.Min(target.Length, Length);
        Span[..count].CopyTo(target);
        Advance(count);
        return count;
    }

    /// <summary>Receives more.</summary>
    /// <returns>Whether there was more: otherwise the client has ended its side.</returns>
    public ValueTask<bool> ReceiveAsync()
    {
        MakeRoom();
        var received = wire.ReceiveAsync(_bytes.AsMemory(_end));
        return received.IsCompletedSuccessfully ? new(Received(received.Result)) : AwaitAsync(received);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _start = _end = 0;
    }

    private async ValueTask<bool> AwaitAsync(ValueTask<int> received) => Received(await received.ConfigureAwait(false));

    private bool Received(int count)
    {
        _end += count;
        return count > 0;
    }

    private void MakeRoom()
    {
        if (_start == _end) _start = _end = 0;
        if (_end < _bytes.Length) return;
        var larger = Length > _bytes.Length / 2 ? ArrayPool<byte>.Shared.Rent(_bytes.Length * 2) : _bytes;
        Buffer.BlockCopy(_bytes, _start, larger, 0, Length);
        (_start, _end) = (0, Length);
        if (larger == _bytes) return;
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
