using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OrgTrail.Sandbox.Http;

/// <summary>
/// An HTTP/1.1 server on loopback, on bare sockets: the base class library's HttpListener is slow, and ASP.NET is not there
/// in a PowerShell session.
/// </summary>
internal sealed class HttpServer : IDisposable
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Wire, byte> _clients = [];
    // Turning away takes a moment, too: beyond this many at a time, clients are just disconnected.
    private const int MostTurnedAway = 256;

    private readonly CancellationTokenSource _stopping = new();
    private readonly Socket _listener;
    private readonly ITimer _sweeper;
    private int _open;

    /// <summary>Starts to listen.</summary>
    /// <param name="address">A loopback address.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="handler">What answers.</param>
    /// <param name="limits">What clients may do.</param>
    /// <param name="time">By which waits are measured.</param>
    /// <param name="now">What the header Date says.</param>
    /// <exception cref="OrgTrailException">The address is no loopback address, or the port is taken.</exception>
    public HttpServer(IPAddress address, int port, IHttpHandler handler, HttpLimits limits, TimeProvider time, Func<DateTimeOffset> now)
    {
        (Handler, Limits, Time, Date) = (handler, limits, time, new(now));
        Memory = new(limits.BytesUnderWay);
        _listener = Listener.Open(address, port);
        Address = (IPEndPoint)_listener.LocalEndPoint!;
        Stopping = _stopping.Token;
        _sweeper = time.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
        // Not on the caller's thread: its synchronisation context, if it has one, is no business of ours.
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <summary>What answers.</summary>
    public IHttpHandler Handler { get; }

    /// <summary>What clients may do.</summary>
    public HttpLimits Limits { get; }

    /// <summary>What large bodies and answers may take together.</summary>
    public MemoryBudget Memory { get; }

    /// <summary>By which waits are measured.</summary>
    public TimeProvider Time { get; }

    /// <summary>The header Date.</summary>
    public DateHeader Date { get; }

    /// <summary>Cancelled when the server stops.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>How many clients are connected now.</summary>
    public int Clients => _clients.Count;

    /// <summary>Stops listening, and disconnects all clients.</summary>
    public void Dispose()
    {
        if (Stopping.IsCancellationRequested) return;
        _stopping.Cancel();
        _sweeper.Dispose();
        _listener.Dispose();
        foreach (var client in _clients.Keys)
            client.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!Stopping.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptAsync(Stopping).ConfigureAwait(false);
                socket.NoDelay = true;
                var number = Interlocked.Increment(ref _open);
                _ = Task.Run(() => ServeAsync(new Wire(socket, Time), number));
            }
            catch (SocketException)
            {
                // A client that went before it was accepted, or no file handle left for it: the next one may have more luck.
                await Task.Delay(TimeSpan.FromMilliseconds(5), Time, Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Wire wire, int number)
    {
        _clients.TryAdd(wire, 0);
        if (Stopping.IsCancellationRequested || number > Limits.Clients + MostTurnedAway) wire.Dispose();
        wire.Allow(Limits.Idle);
        var connection = new HttpConnection(wire, this);
        await (number <= Limits.Clients ? connection.RunAsync() : connection.TurnAwayAsync(BadRequest.TooManyClients(Limits.Clients))).ConfigureAwait(false);
        _clients.TryRemove(wire, out _);
        Interlocked.Decrement(ref _open);
    }

    private void Sweep()
    {
        var now = Time.GetTimestamp();
        foreach (var client in _clients.Keys)
        {
            if (client.IsOverdue(now)) client.Dispose();
        }
    }
}
