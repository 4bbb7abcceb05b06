using System.Globalization;

namespace OrgTrail.Sandbox.Http;

/// <summary>
/// Bodies in AWS's own chunks (Amazon S3 API reference, "Signature calculations for the Authorization header: transferring
/// payload in multiple chunks"): <c>size;chunk-signature=…</c>, bytes, and so on; a chunk of no size and trailers at the
/// end. Neither signatures nor trailers are checked.
/// </summary>
internal static class AwsChunks
{
    private const string Encoding = "aws-chunked";

    /// <summary>Takes the chunks off, where there are any.</summary>
    /// <param name="head">The request; of its Content-Encoding, too, <c>aws-chunked</c> is taken off.</param>
    /// <param name="body">The body as it came. It is overwritten.</param>
    /// <exception cref="Protocol.AwsErrorException">It is malformed.</exception>
    public static ArraySegment<byte> TakeOff(RequestHead head, ArraySegment<byte> body)
    {
        var isChunked = head.Headers.TryGetValue("X-Amz-Content-SHA256", out var hash) && hash.StartsWith("STREAMING-", StringComparison.Ordinal);
        if (head.Headers.TryGetValue("Content-Encoding", out var encodings) && encodings.Contains(Encoding, StringComparison.OrdinalIgnoreCase))
        {
            isChunked = true;
            TakeOffEncoding(head.Headers, encodings);
        }

        if (!isChunked) return body;
        var decoded = Decode(body);
        return head.Headers.TryGetValue("X-Amz-Decoded-Content-Length", out var announced)
            && announced != decoded.Count.ToString(CultureInfo.InvariantCulture)
            ? throw BadRequest.IncompleteBody()
            : decoded;
    }

    private static void TakeOffEncoding(Dictionary<string, string> headers, string encodings)
    {
        var others = encodings.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(encoding => !encoding.Equals(Encoding, StringComparison.OrdinalIgnoreCase));
        var left = string.Join(',', others);
        if (left.Length == 0)
            headers.Remove("Content-Encoding");
        else
            headers["Content-Encoding"] = left;
    }

    /// <summary>Moves the bytes of all chunks to the front: what is written never overtakes what is read.</summary>
    private static ArraySegment<byte> Decode(ArraySegment<byte> body)
    {
        var (read, written) = (0, 0);
        while (true)
        {
            var rest = body.AsSpan(read);
            var line = rest.IndexOf("\r\n"u8);
            if (line < 0) throw BadRequest.IncompleteBody();
            var size = ChunkSize.Parse(rest[..line]);
            if (size == 0) return body[..written];
            if (size + 2 > rest.Length - line - 2 || !rest.Slice(line + 2 + size, 2).SequenceEqual("\r\n"u8))
                throw BadRequest.IncompleteBody();
            rest.Slice(line + 2, size).CopyTo(body.AsSpan(written));
            written += size;
            read += line + 2 + size + 2;
        }
    }
}
