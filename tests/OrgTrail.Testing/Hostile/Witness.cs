namespace OrgTrail.Testing;

/// <summary>A server that nobody is to come to.</summary>
public sealed class Witness : IDisposable
{
    private readonly System.Net.Sockets.TcpListener _listener = new(System.Net.IPAddress.Loopback, 0);
    private int _visits;

    /// <summary>Starts listening.</summary>
    public Witness()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((System.Net.IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections came.</summary>
    public int Visits => Volatile.Read(ref _visits);

    /// <summary>Stops it.</summary>
    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var visitor = await _listener.AcceptSocketAsync().ConfigureAwait(false);
                Interlocked.Increment(ref _visits);
            }
        }
        catch (Exception stopped) when (stopped is System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            // No more visits.
        }
    }
}
