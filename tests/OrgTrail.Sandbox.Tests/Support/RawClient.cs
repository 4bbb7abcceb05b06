using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace OrgTrail.Sandbox.Tests;

/// <summary>A client that sends whatever bytes it is told to, and reads answers byte by byte.</summary>
internal sealed partial class RawClient : IDisposable
{
    private readonly string? _port;
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly NetworkStream _stream;

    /// <param name="endpoint">Whom to connect to.</param>
    /// <param name="completesHost">Whether each request gets the header Host, and with it the port, that the sandbox demands.</param>
    public RawClient(string endpoint, bool completesHost = true)
    {
        var address = new Uri(endpoint);
        if (completesHost) _port = address.Port.ToString(CultureInfo.InvariantCulture);
        _socket.Connect(new IPEndPoint(IPAddress.Parse(address.Host.Trim('[', ']')), address.Port));
        // A server that never answers fails the test instead of hanging it.
        _stream = new NetworkStream(_socket, ownsSocket: true) { ReadTimeout = 30_000 };
    }

    public void Send(string text) => Send(Encoding.Latin1.GetBytes(_port is null ? text : Completed(text, _port)));

    public void Send(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Dispose();
    }

    /// <summary>Whether something of an answer is there.</summary>
    public bool HasAnswer => _socket.Available > 0;

    /// <summary>The next answer.</summary>
    /// <param name="hasBody">Whether it has one: to HEAD it has none.</param>
    public RawAnswer Read(bool hasBody = true)
    {
        var status = ReadLine();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (ReadLine() is { Length: > 0 } line)
            headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        var body = new byte[hasBody && headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        _stream.ReadExactly(body);
        return new(int.Parse(status.Split(' ')[1], CultureInfo.InvariantCulture), headers, Encoding.UTF8.GetString(body));
    }

    /// <summary>Reads until the server ends the connection.</summary>
    public void ReadToEnd() => _stream.CopyTo(Stream.Null);

    /// <summary>Whether the server has ended the connection, by a proper end or a reset.</summary>
    public bool IsClosed()
    {
        try
        {
            return _stream.ReadByte() < 0;
        }
        catch (IOException gone) when (gone.InnerException is SocketException { SocketErrorCode: not SocketError.TimedOut })
        {
            return true;
        }
    }

    public void Dispose() => _stream.Dispose();

    private static string Completed(string text, string port) => HostLine().IsMatch(text)
        ? HostWithoutPort().Replace(text, $"$1:{port}\r\n")
        : FirstLine().Replace(text, $"$1Host: localhost:{port}\r\n");

    [GeneratedRegex(@"^Host:", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex HostLine();

    [GeneratedRegex(@"^(Host: [^\r\n:]+)\r\n", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex HostWithoutPort();

    [GeneratedRegex(@"^(\S+ \S+ HTTP/1\.[01]\r\n)", RegexOptions.Multiline)]
    private static partial Regex FirstLine();

    private string ReadLine()
    {
        var line = new StringBuilder();
        while (true)
        {
            var next = _stream.ReadByte();
            if (next < 0) throw new EndOfStreamException($"The server closed the connection behind '{line}'.");
            if (next == '\n') return line.ToString().TrimEnd('\r');
            line.Append((char)next);
        }
    }
}
