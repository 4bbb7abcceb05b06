using System.Buffers;
using System.IO.Compression;

namespace OrgTrail.Integrity;

/// <summary>
/// Inflates a file that is one gzip member and nothing else (RFC 1952). The platform's own reader takes several members, and
/// leaves unread what stands behind them: both can hide what no hash covers.
/// </summary>
internal static class GzipMember
{
    private const int Shortest = 18;
    private const int MostExtra = 64 * 1024;

    /// <summary>Takes what was inflated, piece by piece.</summary>
    public delegate void Sink(ReadOnlySpan<byte> bytes);

    /// <summary>Inflates a file.</summary>
    /// <param name="stored">The file.</param>
    /// <param name="length">How many bytes the file has.</param>
    /// <param name="most">How many bytes it may come to; a gzip bomb has no end.</param>
    /// <param name="sink">Takes what was inflated.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="EndOfStreamException">It broke off on the way.</exception>
    public static async Task<Inflated> InflateAsync(Stream stored, long length, long most, Sink sink, CancellationToken cancellation)
    {
        if (length < Shortest) return Inflated.Broken(0, $"it has {length} bytes, too few for gzip");
        using var bytes = new StoredBytes(stored, length);
        if (await HeaderDefectAsync(bytes, cancellation).ConfigureAwait(false) is { } defect) return Inflated.Broken(0, defect);
        return await BodyAsync(bytes, most, sink, cancellation).ConfigureAwait(false);
    }

    private static async Task<Inflated> BodyAsync(StoredBytes bytes, long most, Sink sink, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var (size, sum) = (0L, 0u);
        try
        {
            using var deflate = new DeflateStream(bytes, CompressionMode.Decompress, leaveOpen: true);
            while (await deflate.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var count)
            {
                size += count;
                if (size > most) return Inflated.Broken(size, $"it inflates to more than {most:N0} bytes");
                sum = Crc32.Append(sum, buffer.AsSpan(0, count));
                sink(buffer.AsSpan(0, count));
            }
        }
        catch (InvalidDataException)
        {
            return Inflated.Broken(size, "its compressed data is damaged");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (bytes.WantsMore) return Inflated.Broken(size, "its compressed data is cut off");
        if (!bytes.IsUsedUp) return new(size, "more bytes stand behind its gzip member", IsWhole: true);
        return await TrailerDefectAsync(bytes, sum, (uint)size, cancellation).ConfigureAwait(false) is { } defect
            ? new(size, defect, IsWhole: true)
            : new(size, null, IsWhole: true);
    }

    private static async ValueTask<string?> TrailerDefectAsync(StoredBytes bytes, uint sum, uint size, CancellationToken cancellation)
    {
        if (await WordAsync(bytes, cancellation).ConfigureAwait(false) != sum) return "its check sum is wrong";
        return await WordAsync(bytes, cancellation).ConfigureAwait(false) != size ? "its size is not the one that it names" : null;
    }

    private static async ValueTask<uint> WordAsync(StoredBytes bytes, CancellationToken cancellation)
    {
        var word = 0u;
        for (var shift = 0; shift < 32; shift += 8)
            word |= (uint)await bytes.NextAsync(cancellation).ConfigureAwait(false) << shift;
        return word;
    }

    private static async ValueTask<string?> HeaderDefectAsync(StoredBytes bytes, CancellationToken cancellation)
    {
        var head = new int[10];
        for (var index = 0; index < head.Length; index++) head[index] = await bytes.NextAsync(cancellation).ConfigureAwait(false);
        if (head is not [0x1f, 0x8b, 8, < 32, ..]) return "it is not gzip";

        var (hasSum, hasExtra, hasName, hasComment) = ((head[3] & 2) != 0, (head[3] & 4) != 0, (head[3] & 8) != 0, (head[3] & 16) != 0);
        var isEnded = (!hasExtra || await SkipExtraAsync(bytes, cancellation).ConfigureAwait(false))
            && (!hasName || await SkipTextAsync(bytes, cancellation).ConfigureAwait(false))
            && (!hasComment || await SkipTextAsync(bytes, cancellation).ConfigureAwait(false))
            && (!hasSum || await SkipAsync(bytes, 2, cancellation).ConfigureAwait(false));
        return isEnded ? null : "its gzip header has no end";
    }

    private static async ValueTask<bool> SkipExtraAsync(StoredBytes bytes, CancellationToken cancellation)
    {
        var low = await bytes.NextAsync(cancellation).ConfigureAwait(false);
        var high = await bytes.NextAsync(cancellation).ConfigureAwait(false);
        return low >= 0 && high >= 0 && await SkipAsync(bytes, low | (high << 8), cancellation).ConfigureAwait(false);
    }

    private static async ValueTask<bool> SkipTextAsync(StoredBytes bytes, CancellationToken cancellation)
    {
        for (var count = 0; count < MostExtra; count++)
            switch (await bytes.NextAsync(cancellation).ConfigureAwait(false))
            {
                case 0: return true;
                case < 0: return false;
            }

        return false;
    }

    private static async ValueTask<bool> SkipAsync(StoredBytes bytes, int count, CancellationToken cancellation)
    {
        for (; count > 0; count--)
            if (await bytes.NextAsync(cancellation).ConfigureAwait(false) < 0) return false;
        return true;
    }
}
