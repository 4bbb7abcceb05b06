using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Makes one object of parts.</summary>
internal static class PartAssembly
{
    private const int SmallestPart = 5 * 1024 * 1024;

    // An object is in memory while it is put together, and while it is read.
    private const long LargestObject = 128 * 1024 * 1024;

    /// <summary>A part as CompleteMultipartUpload names it.</summary>
    public static (int Number, string ETag) Named(XElement part) =>
        int.TryParse(part.Element("PartNumber")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && part.Element("ETag") is { } tag
            ? (number, tag.Value.Trim('"'))
            : throw S3Errors.MalformedXml();

    /// <summary>Refuses parts that are too small, or too many bytes for memory.</summary>
    public static void RequireSizes(IReadOnlyList<StoredObject> parts)
    {
        if (parts.Take(parts.Count - 1).FirstOrDefault(part => part.Length < SmallestPart) is { } small)
        {
            throw new AwsErrorException("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
            {
                Members = { ["ETag"] = small.ETag, ["ProposedSize"] = small.Length.ToString(CultureInfo.InvariantCulture), ["MinSizeAllowed"] = SmallestPart.ToString(CultureInfo.InvariantCulture) },
            };
        }

        if (parts.Sum(part => part.Length) > LargestObject)
            throw new AwsErrorException("EntityTooLarge", $"Your proposed upload exceeds the maximum allowed size of {LargestObject} bytes in the sandbox");
    }

    public static AwsErrorException Missing(int number) =>
        new("InvalidPart", "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.")
        {
            Members = { ["PartNumber"] = number.ToString(CultureInfo.InvariantCulture) },
        };

    public static byte[] Join(IObjectStore store, IReadOnlyList<StoredObject> parts)
    {
        var whole = new byte[parts.Sum(part => part.Length)];
        var position = 0;
        foreach (var part in parts)
        {
            store.Read(part).CopyTo(whole.AsMemory(position));
            position += (int)part.Length;
        }

        return whole;
    }

    [SuppressMessage("Security", "CA5351", Justification = "The ETag of a multipart upload is the MD5 of the parts' MD5s (Amazon S3 user guide, \"Checking object integrity\").")]
    public static string ETag(IReadOnlyList<StoredObject> parts)
    {
        var hash = MD5.HashData(parts.SelectMany(part => Convert.FromHexString(part.ETag)).ToArray());
        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(hash).ToLowerInvariant()}-{parts.Count}");
    }
}
