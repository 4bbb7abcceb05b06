using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace OrgTrail.Core.Tests.Integrity;

/// <summary>Packs files as CloudTrail does.</summary>
internal static class Packing
{
    public static byte[] Zip(string text) => Zip(Encoding.UTF8.GetBytes(text));

    /// <summary>A member without content, which the platform does not write.</summary>
    public static byte[] Empty => [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static byte[] Zip(byte[] bytes)
    {
        if (bytes.Length == 0) return Empty;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Unzip(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        gzip.CopyTo(whole);
        return whole.ToArray();
    }

    public static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();
}
