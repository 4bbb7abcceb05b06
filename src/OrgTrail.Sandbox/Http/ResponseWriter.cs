using System.Buffers;
using System.Globalization;
using System.Text;

namespace OrgTrail.Sandbox.Http;

/// <summary>Writes an answer into one pooled array, so that head and body leave in one packet.</summary>
internal static class ResponseWriter
{
    private const int MostWithHead = 64 * 1024;

    private static readonly byte[]?[] StatusLines = new byte[600][];

    private static ReadOnlySpan<byte> ServerName => "Server: OrgTrail-Sandbox\r\n"u8;

    /// <summary>Sends an answer.</summary>
    /// <param name="wire">To whom.</param>
    /// <param name="response">The answer.</param>
    /// <param name="isHead">Whether HEAD was asked: the body stays here.</param>
    /// <param name="closes">Whether the connection is closed afterwards.</param>
    /// <param name="date">The header Date with its line end.</param>
    public static async ValueTask SendAsync(Wire wire, HttpResponse response, bool isHead, bool closes, ReadOnlyMemory<byte> date)
    {
        var body = isHead ? default : response.Body;
        var withHead = Math.Min(body.Length, MostWithHead);
        var bytes = ArrayPool<byte>.Shared.Rent(HeadBound(response, date.Length) + withHead);
        try
        {
            var length = WriteHead(bytes, response, closes, date.Span);
            body.Span[..withHead].CopyTo(bytes.AsSpan(length));
            await wire.SendAsync(bytes.AsMemory(0, length + withHead)).ConfigureAwait(false);
            await wire.SendAsync(body[withHead..]).ConfigureAwait(false);
            if (!isHead && response.Source is { } source) await SendAsync(wire, source).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static async Task SendAsync(Wire wire, BodySource source)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(MostWithHead);
        try
        {
            for (var sent = 0L; sent < source.Length;)
            {
                var some = bytes.AsMemory(0, (int)Math.Min(bytes.Length, source.Length - sent));
                source.Read(sent, some.Span);
                await wire.SendAsync(some).ConfigureAwait(false);
                sent += some.Length;
                wire.GoOn();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static int HeadBound(HttpResponse response, int date)
    {
        var bound = 256 + date;
        foreach (var (name, value) in response.Headers)
            bound += name.Length + value.Length + 4;
        return bound;
    }

    private static int WriteHead(Span<byte> target, HttpResponse response, bool closes, ReadOnlySpan<byte> date)
    {
        var length = 0;
        Write(target, ref length, StatusLine(response.Status));
        foreach (var (name, value) in response.Headers)
            WriteHeader(target, ref length, name, value);
        Write(target, ref length, date);
        Write(target, ref length, ServerName);
        if (closes) Write(target, ref length, "Connection: close\r\n"u8);
        // RFC 9110, section 8.6: neither has a length.
        if (response.Status is not (204 or 304))
        {
            Write(target, ref length, "Content-Length: "u8);
            (response.DeclaredLength ?? response.Source?.Length ?? response.Body.Length).TryFormat(target[length..], out var digits, provider: CultureInfo.InvariantCulture);
            length += digits;
            Write(target, ref length, "\r\n"u8);
        }

        Write(target, ref length, "\r\n"u8);
        return length;
    }

    private static void WriteHeader(Span<byte> target, ref int length, string name, string value)
    {
        length += Encoding.Latin1.GetBytes(name, target[length..]);
        Write(target, ref length, ": "u8);
        var start = length;
        length += Encoding.Latin1.GetBytes(value, target[length..]);
        // What a client stored must not become a header or an answer of its own.
        var written = target[start..length];
        written.Replace((byte)'\r', (byte)' ');
        written.Replace((byte)'\n', (byte)' ');
        written.Replace((byte)0, (byte)' ');
        Write(target, ref length, "\r\n"u8);
    }

    private static void Write(Span<byte> target, ref int length, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(target[length..]);
        length += bytes.Length;
    }

    private static byte[] StatusLine(int status) => StatusLines[status] ??=
        Encoding.ASCII.GetBytes($"HTTP/1.1 {status} {((System.Net.HttpStatusCode)status).ToString()}\r\n");
}
