using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OrgTrail.Sandbox.Http;

/// <summary>Opens the socket on which the sandbox listens: on loopback, or not at all.</summary>
internal static class Listener
{
    private const int Backlog = 4096;

    public static Socket Open(IPAddress address, int port)
    {
        if (!IPAddress.IsLoopback(address))
            throw NotLoopback(address);
        if (port is < 0 or > ushort.MaxValue)
            throw Problem("InvalidPort", ProblemKind.InvalidInput, $"{port.ToString(CultureInfo.InvariantCulture)} is no port.", "Give a port from 1 to 65535, or 0 for a free one.");
        var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(address, port));
            listener.Listen(Backlog);
            return listener;
        }
        catch (SocketException refused)
        {
            listener.Dispose();
            throw Problem("PortUnavailable", ProblemKind.Conflict, $"The sandbox cannot listen on {new IPEndPoint(address, port)}: {refused.Message}.", "Stop what listens there, or give another port; 0 takes a free one.", refused);
        }
    }

    private static OrgTrailException NotLoopback(IPAddress address) => Problem(
        "NotLoopback",
        ProblemKind.InvalidInput,
        $"The sandbox does not listen on {address}: it checks no signature, so whoever reaches it may do everything.",
        "Use a loopback address: 127.0.0.1 or ::1.");

    private static OrgTrailException Problem(string id, ProblemKind kind, string what, string advice, Exception? cause = null) =>
        new(new Problem(id, kind, what, advice), cause);
}
