using System.Runtime.CompilerServices;

namespace OrgTrail.Sandbox.Http;

/// <summary>Reads the requests of one connection, one behind the other, within the limits.</summary>
internal sealed class RequestReader(Wire wire, HttpLimits limits, MemoryShare share) : IDisposable
{
    private readonly ReceiveBuffer _buffer = new(wire);

    /// <summary>The head of the next request; <see langword="null"/> when the client is done.</summary>
    /// <exception cref="Protocol.AwsErrorException">It is malformed or too large.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<RequestHead?> ReadHeadAsync()
    {
        var scanned = 0;
        wire.Allow(_buffer.Length == 0 ? limits.Idle : limits.Head);
        while (true)
        {
            SkipEmptyLines();
            var end = _buffer.Span[scanned..].IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                var length = scanned + end;
                var head = length <= limits.HeadBytes ? RequestHeadParser.Parse(_buffer.Span[..length]) : throw BadRequest.HeadTooLarge();
                _buffer.Advance(length + 4);
                return head;
            }

            var before = _buffer.Length;
            if (before > limits.HeadBytes) throw BadRequest.HeadTooLarge();
            scanned = Math.Max(0, before - 3);
            if (!await _buffer.ReceiveAsync().ConfigureAwait(false))
                return before == 0 ? null : throw BadRequest.IncompleteBody();
            // What cannot be a request, such as the hello of TLS, would never come to an end.
            if (before == 0 && !RequestHeadParser.CanBeginWith(_buffer.Span[0]) && _buffer.Span[0] != '\r')
                throw BadRequest.Because("it does not begin with a method; is the endpoint's URL https instead of http?");
            if (before == 0) wire.Allow(limits.Head);
        }
    }

    /// <summary>The body of the request whose head was read, out of its chunks.</summary>
    /// <exception cref="Protocol.AwsErrorException">It is malformed, too large, or breaks off.</exception>
    public async ValueTask<ArraySegment<byte>> ReadBodyAsync(RequestHead head)
    {
        if (!head.IsChunked && head.ContentLength == 0) return ArraySegment<byte>.Empty;
        if (!head.IsChunked && head.ContentLength > limits.BodyBytes) throw BadRequest.BodyTooLarge(limits.BodyBytes);
        if (head.ExpectsContinue && _buffer.Length == 0)
            await wire.SendAsync(ContinueBytes).ConfigureAwait(false);
        wire.Allow(limits.Stall);
        return head.IsChunked
            ? await ReadChunksAsync().ConfigureAwait(false)
            : await ReadBytesAsync(new GrowingBytes(share), (int)head.ContentLength).ConfigureAwait(false);
    }

    /// <summary>Lets a client that was refused go on sending for a while: closing at once would take the refusal from it.</summary>
    public async Task DrainAsync()
    {
        wire.EndSending();
        wire.Allow(limits.Linger);
        do
            _buffer.Advance(_buffer.Length);
        while (await _buffer.ReceiveAsync().ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();

    private static ReadOnlyMemory<byte> ContinueBytes { get; } = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();

    private async ValueTask<ArraySegment<byte>> ReadChunksAsync()
    {
        var body = new GrowingBytes(share);
        while (true)
        {
            var size = ChunkSize.Parse(await ReadLineAsync().ConfigureAwait(false));
            if (size > limits.BodyBytes - body.Length) throw BadRequest.BodyTooLarge(limits.BodyBytes);
            if (size == 0) break;
            await ReadBytesAsync(body, size).ConfigureAwait(false);
            if ((await ReadLineAsync().ConfigureAwait(false)).Length != 0) throw BadRequest.Because("a chunk is longer than its size");
        }

        // Trailers say nothing that is needed here.
        for (var left = limits.HeadBytes; await ReadLineAsync().ConfigureAwait(false) is { Length: > 0 } trailer;)
        {
            left -= trailer.Length;
            if (left < 0) throw BadRequest.HeadTooLarge();
        }

        return body.ToSegment();
    }

    private async ValueTask<ArraySegment<byte>> ReadBytesAsync(GrowingBytes target, int count)
    {
        while (true)
        {
            var take = Math.Min(count, _buffer.Length);
            target.Append(_buffer.Span[..take], expected: count);
            _buffer.Advance(take);
            count -= take;
            if (count == 0) return target.ToSegment();
            // Beyond what came along with the head, bytes go straight to where they belong.
            var received = await wire.ReceiveAsync(target.Room(count)).ConfigureAwait(false);
            if (received == 0) throw BadRequest.IncompleteBody();
            target.Grow(received);
            count -= received;
            if (count == 0) return target.ToSegment();
            wire.Allow(limits.Stall);
        }
    }

    private async ValueTask<byte[]> ReadLineAsync()
    {
        int end;
        while ((end = _buffer.Span.IndexOf("\r\n"u8)) < 0)
        {
            if (_buffer.Length > limits.HeadBytes) throw BadRequest.HeadTooLarge();
            if (!await _buffer.ReceiveAsync().ConfigureAwait(false)) throw BadRequest.IncompleteBody();
            wire.Allow(limits.Stall);
        }

        var line = _buffer.Span[..end].ToArray();
        _buffer.Advance(end + 2);
        return line;
    }

    // RFC 9112, section 2.2: there may be some before a request.
    private void SkipEmptyLines()
    {
        while (_buffer.Span.StartsWith("\r\n"u8))
            _buffer.Advance(2);
    }
}
