using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace OrgTrail.Sandbox.Storage;

/// <summary>An ETag in few bytes.</summary>
/// <param name="Hash">The MD5 of the bytes, or of the parts' MD5s.</param>
/// <param name="Parts">The number of parts of a multipart upload; 0 for an object that was put in one.</param>
internal readonly record struct EntityTag(UInt128 Hash, int Parts)
{
    /// <summary>The tag of an object that is put in one.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "An ETag is the MD5 of an object's bytes (Amazon S3 API reference, Object); it secures nothing.")]
    public static EntityTag Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(content, hash);
        return Parse(Convert.ToHexString(hash));
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static EntityTag Parse(string text)
    {
        var halves = text.Split('-');
        return new(
            UInt128.Parse(halves[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            halves.Length == 1 ? 0 : int.Parse(halves[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Lower-case hex; behind a hyphen the number of parts.</summary>
    public override string ToString() => Parts == 0
        ? Hash.ToString("x32", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Hash:x32}-{Parts}");
}
