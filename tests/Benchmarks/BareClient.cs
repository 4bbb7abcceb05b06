using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrgTrail.Benchmarks;

/// <summary>One client that asks the next thing when it has its answer. It does nothing that would slow a fast server down.</summary>
internal sealed class BareClient(IPEndPoint address) : IDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Socket? _socket;

    /// <summary>Signed in form, which is all that either server looks at.</summary>
    public static byte[] Request(string method, string target, string service, string body = "", string headers = "") => Encoding.ASCII.GetBytes(
        $"{method} {target} HTTP/1.1\r\nHost: localhost\r\nX-Amz-Date: 20250601T120000Z\r\n"
        + $"Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20250601/us-east-1/{service}/aws4_request, SignedHeaders=host;x-amz-date, Signature={new string('0', 64)}\r\n"
        + $"{headers}Content-Length: {body.Length}\r\n\r\n{body}");

    /// <summary>Sends a request and takes in the whole answer.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public void Ask(byte[] request)
    {
        var length = 0;
        var wanted = int.MaxValue;
        var head = -1;
        Connected().Send(request);
        while (length < wanted)
        {
            var received = Connected().Receive(_buffer.AsSpan(length));
            if (received == 0) break;
            length += received;
            if (head < 0 && (head = _buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) >= 0)
                wanted = head + 4 + Length(_buffer.AsSpan(0, head));
        }

        if (!_buffer.AsSpan(0, length).StartsWith("HTTP/1.1 20"u8))
            throw new InvalidOperationException($"A request was refused: {Encoding.Latin1.GetString(_buffer, 0, length)}");
        if (_buffer.AsSpan(0, head).IndexOf("Connection: close"u8) >= 0) Dispose();
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
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

    private Socket Connected()
    {
        if (_socket is not null) return _socket;
        _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _socket.Connect(address);
        return _socket;
    }
}
