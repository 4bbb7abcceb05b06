using System.IO.Compression;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>Compresses files as CloudTrail does. Its buffer serves one file after the other.</summary>
internal sealed class Gzip : IDisposable
{
    private readonly MemoryStream _compressed = new(4 * 1024);

    /// <summary>The compressed bytes, valid until the next call.</summary>
    public ReadOnlyMemory<byte> Compress(ReadOnlySpan<byte> bytes)
    {
        _compressed.SetLength(0);
        using (var gzip = new GZipStream(_compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return _compressed.GetBuffer().AsMemory(0, (int)_compressed.Length);
    }

    public void Dispose() => _compressed.Dispose();
}
