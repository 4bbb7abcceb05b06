using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Security.Cryptography;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>What clients send along to prove that the bytes arrived (Amazon S3 user guide, "Checking object integrity").</summary>
internal static class Checksums
{
    private const string Prefix = "x-amz-checksum-";
    private const ulong Crc64NvmePolynomial = 0x9A6C9329AC4BC9B5;
    private const ulong Crc32Polynomial = 0xEDB88320;
    private static readonly ulong[] Crc64Table = Table(Crc64NvmePolynomial);
    private static readonly ulong[] Crc32Table = Table(Crc32Polynomial);

    private static readonly Dictionary<string, Func<ReadOnlyMemory<byte>, byte[]>> Algorithms = new()
    {
        ["crc32"] = content => BigEndian((uint)Crc(content.Span, Crc32Table, uint.MaxValue)),
        ["crc32c"] = content => BigEndian(Crc32C(content.Span)),
        ["crc64nvme"] = content => BigEndian(Crc(content.Span, Crc64Table, ulong.MaxValue)),
        ["sha1"] = Sha1,
        ["sha256"] = content => SHA256.HashData(content.Span),
    };

    /// <summary>The names of the headers with checksums.</summary>
    public static IEnumerable<string> HeaderNames => Algorithms.Keys.Select(name => Prefix + name);

    /// <summary>Refuses bytes that are not those that were sent; the checksums that were sent and are right.</summary>
    public static IReadOnlyDictionary<string, string> Verify(S3Request request)
    {
        VerifyMd5(request);
        if (request.Header("x-amz-content-sha256") is { Length: 64 } signed && !signed.Equals(Convert.ToHexString(SHA256.HashData(request.Body.Span)), StringComparison.OrdinalIgnoreCase))
            throw new AwsErrorException("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.");
        var right = new Dictionary<string, string>();
        foreach (var (name, compute) in Algorithms)
        {
            if (request.Header(Prefix + name) is not { } sent) continue;
            if (Convert.ToBase64String(compute(request.Body)) != sent)
                throw S3Errors.BadDigest(name.ToUpperInvariant());
            right[Prefix + name] = sent;
        }

        return right;
    }

    /// <summary>Refuses an upload that proves nothing.</summary>
    public static void Require(S3Request request, string message)
    {
        string[] names = ["Content-MD5", "x-amz-trailer", "x-amz-sdk-checksum-algorithm", .. HeaderNames];
        if (!names.Any(name => request.Header(name) is not null))
            throw S3Errors.InvalidRequest(message);
    }

    [SuppressMessage("Security", "CA5351", Justification = "Content-MD5 is what clients send (Amazon S3 API reference, PutObject).")]
    private static void VerifyMd5(S3Request request)
    {
        if (request.Header("Content-MD5") is not { } sent) return;
        var hash = new byte[MD5.HashSizeInBytes];
        if (!Convert.TryFromBase64String(sent, hash, out var length) || length != hash.Length) throw S3Errors.InvalidDigest();
        if (!hash.AsSpan().SequenceEqual(MD5.HashData(request.Body.Span))) throw S3Errors.BadDigest("Content-MD5");
    }

    [SuppressMessage("Security", "CA5350", Justification = "A checksum that clients may choose (Amazon S3 API reference, PutObject).")]
    private static byte[] Sha1(ReadOnlyMemory<byte> content) => SHA1.HashData(content.Span);

    private static uint Crc32C(ReadOnlySpan<byte> content)
    {
        var crc = uint.MaxValue;
        for (; content.Length >= sizeof(ulong); content = content[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(content));
        foreach (var b in content)
            crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }

    private static ulong Crc(ReadOnlySpan<byte> content, ulong[] table, ulong ones)
    {
        var crc = ones;
        foreach (var b in content)
            crc = table[(byte)crc ^ b] ^ (crc >> 8);
        return crc ^ ones;
    }

    private static ulong[] Table(ulong polynomial)
    {
        var table = new ulong[256];
        for (var i = 0UL; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ polynomial : crc >> 1;
            table[i] = crc;
        }

        return table;
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] BigEndian(ulong value)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }
}
