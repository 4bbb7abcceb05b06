using System.Net.Sockets;

namespace OrgTrail.Sandboxes;

/// <summary>Whether something listens at a sandbox's address: on loopback the answer is there at once.</summary>
internal static class SandboxReach
{
    /// <summary>Whether an address is one of this machine's own.</summary>
    public static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;

    /// <summary>Whether something listens there.</summary>
    /// <param name="endpoint">The address; one that is not of this machine is not asked.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public static async Task<bool> IsListeningAsync(string endpoint, CancellationToken cancellation)
    {
        if (!IsLoopback(endpoint)) return false;
        var uri = new Uri(endpoint);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(uri.Host, uri.Port, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
