using System.Globalization;
using System.Text;

namespace OrgTrail.Testing;

/// <summary>Reads the requests of one connection, one after the other.</summary>
internal sealed class HttpRequestReader(Stream stream)
{
    private static readonly byte[] Continue = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _position;
    private int _length;

    /// <summary>The next request; <see langword="null"/> when the client is done with the connection.</summary>
    public async Task<HttpRequest?> ReadAsync(CancellationToken cancellation)
    {
        var start = await ReadLineAsync(cancellation).ConfigureAwait(false);
        if (start is null or "")
            return null;

        var parts = start.Split(' ');
        if (parts.Length != 3)
            throw new InvalidDataException($"'{start}' is no HTTP request line.");

        var headers = await ReadHeadersAsync(cancellation).ConfigureAwait(false);
        if (headers.TryGetValue("Expect", out var expect) && expect.Equals("100-continue", StringComparison.OrdinalIgnoreCase))
            await stream.WriteAsync(Continue, cancellation).ConfigureAwait(false);

        var body = await ReadBodyAsync(headers, cancellation).ConfigureAwait(false);
        return new HttpRequest(parts[0], parts[1], headers, body);
    }

    /// <summary>Waits until the client closes or resets the connection.</summary>
    public async Task WaitForCloseAsync(CancellationToken cancellation)
    {
        try
        {
            while (await stream.ReadAsync(_buffer, cancellation).ConfigureAwait(false) > 0)
            {
                // What the client still says is of no interest: its going away is.
            }
        }
        catch (IOException)
        {
            // A reset is one way to go away.
        }
    }

    private async Task<Dictionary<string, string>> ReadHeadersAsync(CancellationToken cancellation)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(cancellation).ConfigureAwait(false) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return headers;
    }

    private async Task<byte[]> ReadBodyAsync(Dictionary<string, string> headers, CancellationToken cancellation)
    {
        if (headers.TryGetValue("Content-Length", out var length))
            return await ReadBytesAsync(int.Parse(length, CultureInfo.InvariantCulture), cancellation).ConfigureAwait(false);
        if (!headers.TryGetValue("Transfer-Encoding", out var encoding) || !encoding.Contains("chunked", StringComparison.OrdinalIgnoreCase))
            return [];

        using var body = new MemoryStream();
        while (true)
        {
            var line = await ReadLineAsync(cancellation).ConfigureAwait(false) ?? "0";
            var size = int.Parse(line.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Write(await ReadBytesAsync(size, cancellation).ConfigureAwait(false));
            await ReadLineAsync(cancellation).ConfigureAwait(false);
            if (size == 0)
                return body.ToArray();
        }
    }

    private async Task<byte[]> ReadBytesAsync(int count, CancellationToken cancellation)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = await ReadByteAsync(cancellation).ConfigureAwait(false) ?? throw new EndOfStreamException();
        return bytes;
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (await ReadByteAsync(cancellation).ConfigureAwait(false) is { } next)
        {
            if (next == '\n')
                return line.ToString();
            if (next != '\r')
                line.Append((char)next);
        }

        return line.Length == 0 ? null : throw new EndOfStreamException();
    }

    private async ValueTask<byte?> ReadByteAsync(CancellationToken cancellation)
    {
        if (_position == _length)
        {
            _length = await stream.ReadAsync(_buffer, cancellation).ConfigureAwait(false);
            _position = 0;
        }

        return _position < _length ? _buffer[_position++] : null;
    }
}
