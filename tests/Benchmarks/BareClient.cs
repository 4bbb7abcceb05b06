using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrgTrail.Benchmarks;

/// <summary>One client with several connections, as the AWS SDKs have them. It does nothing that would slow a fast server down.</summary>
internal sealed class BareClient(IPEndPoint address) : IDisposable
{
    private const int Connections = 8;

    private const string AnyHost = "Host: localhost\r\n";

    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly Socket?[] _sockets = new Socket?[Connections];

    /// <summary>Signed in form, which is all that either server looks at.</summary>
    public static byte[] Request(string method, string target, string service, string body = "", string headers = "") => Encoding.ASCII.GetBytes(
        $"{method} {target} HTTP/1.1\r\n{AnyHost}X-Amz-Date: 20250601T120000Z\r\n"
        + $"Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20250601/us-east-1/{service}/aws4_request, SignedHeaders=host;x-amz-date, Signature={new string('0', 64)}\r\n"
        + $"{headers}Content-Length: {body.Length}\r\n\r\n{body}");

    /// <summary>Sends a request and takes in the whole answer.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public void Ask(byte[] request)
    {
        Send(0, Addressed(request));
        Receive(0);
    }

    /// <summary>Requests answered in a second, one under way on each connection all the time.</summary>
    public double Rate(byte[] request, int count)
    {
        request = Addressed(request);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Connections; i++)
            Send(i, request);
        for (var i = 0; i < count; i++)
        {
            Receive(i % Connections);
            if (i + Connections < count) Send(i % Connections, request);
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        foreach (var socket in _sockets)
            socket?.Dispose();
    }

    private void Send(int connection, byte[] request)
    {
        if (_sockets[connection] is not { } socket)
        {
            _sockets[connection] = socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(address);
        }

        socket.Send(request);
    }

    private void Receive(int connection)
    {
        var socket = _sockets[connection]!;
        var (length, wanted, head) = (0, int.MaxValue, -1);
        while (length < wanted && socket.Receive(_buffer.AsSpan(length)) is > 0 and var received)
        {
            length += received;
            if (head < 0 && (head = _buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) >= 0)
                wanted = head + 4 + Length(_buffer.AsSpan(0, head));
        }

        if (!_buffer.AsSpan(0, length).StartsWith("HTTP/1.1 20"u8))
            throw new InvalidOperationException($"A request was refused: {Encoding.Latin1.GetString(_buffer, 0, length)}");
        if (_buffer.AsSpan(0, head).IndexOf("Connection: close"u8) < 0) return;
        socket.Dispose();
        _sockets[connection] = null;
    }

    private static int Length(ReadOnlySpan<byte> head)
    {
        var start = head.IndexOf("Content-Length: "u8);
        // An answer without content has no length either.
        if (start < 0) return 0;
        var text = head[(start + "Content-Length: ".Length)..];
        var end = text.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? text : text[..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    // The sandbox answers to its own port only.
    private byte[] Addressed(byte[] request) => Encoding.ASCII.GetBytes(
        Encoding.ASCII.GetString(request).Replace(AnyHost, $"Host: localhost:{address.Port}\r\n", StringComparison.Ordinal));
}
