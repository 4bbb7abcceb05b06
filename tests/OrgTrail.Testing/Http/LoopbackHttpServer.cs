using System.Net;
using System.Net.Sockets;

namespace OrgTrail.Testing;

/// <summary>Accepts connections on a free loopback port. On the bare socket, because a proper HTTP server cannot misbehave.</summary>
internal sealed class LoopbackHttpServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<HttpConnection, HttpRequest, CancellationToken, Task<bool>> _serve;

    /// <param name="serve">Answers one request; false when the connection is used up.</param>
    public LoopbackHttpServer(Func<HttpConnection, HttpRequest, CancellationToken, Task<bool>> serve)
    {
        _serve = serve;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public void Dispose()
    {
        _stopping.Cancel();
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var stopping = _stopping.Token;
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(stopping).ConfigureAwait(false);
                // Without this the second small packet of an answer waits for the first one's acknowledgement.
                socket.NoDelay = true;
                _ = ServeAsync(socket, stopping);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The listener is gone: no more connections.
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken stopping)
    {
        using var connection = new HttpConnection(socket);
        try
        {
            while (await connection.ReadAsync(stopping).ConfigureAwait(false) is { } request)
            {
                if (!await _serve(connection, request, stopping).ConfigureAwait(false))
                    return;
            }
        }
        catch (Exception gone) when (gone is IOException or InvalidDataException or OperationCanceledException or ObjectDisposedException)
        {
            // The client, or this server, went away in the middle. What arrived is recorded.
        }
    }
}
