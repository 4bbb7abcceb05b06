using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OrgTrail.Testing;

/// <summary>A <c>moto_server</c> on a free loopback port. It takes seconds to start: share one and reset it.</summary>
public sealed class MotoServer : IDisposable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    private static readonly Lazy<(MotoServer? Server, string Missing)> Common = new(StartCommon);

    private readonly HttpClient _http = new() { Timeout = TimeLimit };
    private readonly Process _process;

    private MotoServer(string program)
    {
        var port = FreePort();
        Endpoint = $"http://127.0.0.1:{port}";
        _process = Process.Start(StartInfo(program, port))!;
        _process.OutputDataReceived += Ignore;
        _process.ErrorDataReceived += Ignore;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether the machine has one that starts; starts <see cref="Shared"/>.</summary>
    public static bool Available => Common.Value.Server is not null;

    /// <summary>Why it is not <see cref="Available"/>; otherwise empty.</summary>
    public static string MissingBecause => Common.Value.Missing;

    /// <summary>The server that this test process shares. Tests that use it belong into one xunit collection, since <see cref="Reset"/> is for all.</summary>
    public static MotoServer Shared => Common.Value.Server ?? throw new InvalidOperationException(MissingBecause);

    /// <summary>Its address.</summary>
    public string Endpoint { get; }

    /// <summary>Starts a server of one's own.</summary>
    /// <exception cref="InvalidOperationException">There is no moto_server, or it did not answer in time.</exception>
    public static MotoServer Start()
    {
        var program = ProgramFile.Find("moto_server") ?? throw new InvalidOperationException("there is no moto_server on PATH");
        var server = new MotoServer(program);
        if (server.Answers())
            return server;

        server.Dispose();
        throw new InvalidOperationException("moto_server does not start");
    }

    /// <summary>Forgets everything that was made.</summary>
    public void Reset()
    {
        using var response = _http.Send(new HttpRequestMessage(HttpMethod.Post, $"{Endpoint}/moto-api/reset"));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Stops it.</summary>
    public void Dispose()
    {
        _http.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static (MotoServer?, string) StartCommon()
    {
        try
        {
            var server = Start();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
            return (server, "");
        }
        catch (InvalidOperationException missing)
        {
            return (null, missing.Message);
        }
    }

    private static ProcessStartInfo StartInfo(string program, int port)
    {
        string[] arguments = ["-H", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture)];
        var environment = ThrowawayEnvironment.Variables();
        // Our end of its standard input closes with us however we end, and the server must not outlive us.
        return OperatingSystem.IsWindows()
            ? ChildProcess.StartInfo(program, arguments, environment)
            : ChildProcess.StartInfo("/bin/sh", ["-c", "\"$@\" & cat >/dev/null; kill $!", "sh", program, .. arguments], environment);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Ignore(object sender, DataReceivedEventArgs line)
    {
        // Its log is of no interest, but a full pipe would stop it.
    }

    private bool Answers()
    {
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < TimeLimit && !_process.HasExited)
        {
            try
            {
                using var response = _http.Send(new HttpRequestMessage(HttpMethod.Get, $"{Endpoint}/moto-api/data.json"));
                return response.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                Thread.Sleep(50);
            }
        }

        return false;
    }
}
