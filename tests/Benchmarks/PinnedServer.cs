using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OrgTrail.Benchmarks;

/// <summary>A server program in a process of its own; where the system has <c>taskset</c>, on one core, which the client leaves to it.</summary>
internal sealed class PinnedServer : IDisposable
{
    private const string Core = "0";
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private PinnedServer(string[] command)
    {
        // Our end of its standard input closes with us however we end, and the server must not outlive us.
        string[] keeper = ["-c", "\"$@\" & cat >/dev/null; kill $!", "sh"];
        string[] pin = CanPin ? ["taskset", "-c", Core] : [];
        _process = Process.Start(new ProcessStartInfo("/bin/sh", [.. keeper, .. pin, .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" },
        })!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether a server can be held to one core.</summary>
    public static bool CanPin { get; } = ProbePin();

    /// <summary>Where it listens.</summary>
    public required IPEndPoint Address { get; init; }

    /// <summary>Starts one and waits until it listens.</summary>
    /// <param name="command">The program and its arguments, from the port.</param>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public static PinnedServer Start(Func<string, string[]> command)
    {
        var address = FreeAddress();
        var server = new PinnedServer(command(address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))) { Address = address };
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < TimeLimit && !server._process.HasExited)
        {
            if (Listens(address)) return server;
            Thread.Sleep(1);
        }

        server.Dispose();
        throw new InvalidOperationException($"{string.Join(' ', command("PORT"))} does not start.");
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static bool Listens(IPEndPoint address)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(address);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static IPEndPoint FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }

    private static bool ProbePin()
    {
        try
        {
            using var probe = Process.Start("taskset", ["-c", Core, "true"]);
            probe.WaitForExit();
            return probe.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
