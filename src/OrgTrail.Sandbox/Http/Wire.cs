using System.Net.Sockets;

namespace OrgTrail.Sandbox.Http;

/// <summary>A client's socket with the moment until which the client must have done what it is waited for.</summary>
internal sealed class Wire(Socket socket, TimeProvider time) : IDisposable
{
    private const long Never = long.MaxValue;
    private long _deadline = Never;
    private TimeSpan _limit;

    /// <summary>Gives the client so long, from now on.</summary>
    public void Allow(TimeSpan limit)
    {
        _limit = limit;
        Volatile.Write(ref _deadline, time.GetTimestamp() + (long)(limit.TotalSeconds * time.TimestampFrequency));
    }

    /// <summary>Gives the client as long as before, from now on: it has done some of what it is waited for.</summary>
    public void GoOn() => Allow(_limit);

    /// <summary>The client waits for us: it has all the time.</summary>
    public void AllowAnything() => Volatile.Write(ref _deadline, Never);

    /// <summary>Whether the client has used up its time.</summary>
    public bool IsOverdue(long now) => now > Volatile.Read(ref _deadline);

    /// <summary>What came next; 0 for the end.</summary>
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer) => socket.ReceiveAsync(buffer, SocketFlags.None);

    /// <summary>Sends all of it.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None).ConfigureAwait(false)..];
    }

    /// <summary>Completes when the client closes the connection, or sends something before it has its answer.</summary>
    /// <returns>Whether it closed.</returns>
    public async Task<bool> ClosesAsync(CancellationToken cancellation)
    {
        try
        {
            await socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None, cancellation).ConfigureAwait(false);
            // Waiting for nothing can end for nothing: only a socket that is readable and has nothing to read was closed.
            return socket.Poll(TimeSpan.Zero, SelectMode.SelectRead) && socket.Available == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    /// <summary>Says goodbye: a client that still sends may go on and read what it was answered.</summary>
    public void EndSending() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Ends the connection as a crash would: with a TCP reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();
}
