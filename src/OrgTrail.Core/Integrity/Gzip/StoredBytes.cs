using System.Buffers;

namespace OrgTrail.Integrity;

/// <summary>
/// The bytes of a file with one gzip member, as stored. As a stream it is the compressed data between header and trailer, of
/// which the last byte comes alone: whoever inflates and never asks for it has come to an end before the file has.
/// </summary>
/// <param name="stored">The file.</param>
/// <param name="length">How many bytes the file has.</param>
internal sealed class StoredBytes(Stream stored, long length) : Stream
{
    /// <summary>What stands behind the compressed data: check sum and size.</summary>
    public const int Trailer = 8;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _start;
    private int _end;
    private long _position;
    private bool _isReturned;

    /// <summary>Whether the last byte of the data was handed out.</summary>
    public bool IsUsedUp => _position >= length - Trailer;

    /// <summary>Whether more was asked for than there is.</summary>
    public bool WantsMore { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The next byte, whatever it belongs to; -1 behind the last.</summary>
    public async ValueTask<int> NextAsync(CancellationToken cancellation)
    {
        if (_position == length) return -1;
        if (_start == _end) await FillAsync(cancellation).ConfigureAwait(false);
        _position++;
        return _buffer[_start++];
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = length - Trailer - _position;
        WantsMore |= left <= 0;
        if (left <= 0 || buffer.IsEmpty) return 0;
        if (_start == _end) await FillAsync(cancellationToken).ConfigureAwait(false);

        var count = (int)Math.Min(Math.Min(buffer.Length, _end - _start), Math.Max(1, left - 1));
        _buffer.AsSpan(_start, count).CopyTo(buffer.Span);
        _start += count;
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Gives the buffer back; the file is its owner's.</summary>
    protected override void Dispose(bool disposing)
    {
        if (!_isReturned) ArrayPool<byte>.Shared.Return(_buffer);
        _isReturned = true;
        base.Dispose(disposing);
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        var count = (int)Math.Min(_buffer.Length, length - _position);
        (_start, _end) = (0, await stored.ReadAsync(_buffer.AsMemory(0, count), cancellation).ConfigureAwait(false));
        if (_end == 0) throw new EndOfStreamException($"The file broke off after {_position} of {length} bytes.");
    }
}
