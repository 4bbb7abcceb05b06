using System.Text;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The headers that an object keeps (Amazon S3 user guide, "Working with object metadata").</summary>
internal static class ObjectHeaders
{
    private const string MetadataPrefix = "x-amz-meta-";
    private const string Encryption = "x-amz-server-side-encryption";
    private const string ContentEncoding = "content-encoding";
    private const int MostMetadata = 2 * 1024;

    private static readonly string[] Kept =
    [
        "cache-control", "content-disposition", "content-language", "content-type", "expires", "x-amz-object-lock-legal-hold", "x-amz-object-lock-mode",
        "x-amz-object-lock-retain-until-date", "x-amz-storage-class", "x-amz-website-redirect-location",
    ];

    /// <summary>What a new object keeps of its request.</summary>
    public static Dictionary<string, string> Of(S3Request request, IReadOnlyDictionary<string, string> encryption)
    {
        var headers = new Dictionary<string, string>(encryption, StringComparer.Ordinal);
        foreach (var name in Kept)
        {
            if (request.Header(name) is { Length: > 0 } value)
                headers[name] = value;
        }

        headers.TryAdd("content-type", "binary/octet-stream");
        if (headers.GetValueOrDefault("x-amz-storage-class") == "STANDARD") headers.Remove("x-amz-storage-class");
        if (ContentEncodingOf(request) is { Length: > 0 } encoding) headers[ContentEncoding] = encoding;
        AddMetadata(request, headers);
        return headers;
    }

    /// <summary>Those of them that say how the object is encrypted, which uploads are answered with.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OfEncryption(IReadOnlyDictionary<string, string> headers) =>
        headers.Where(header => header.Key.StartsWith(Encryption, StringComparison.Ordinal));

    private static void AddMetadata(S3Request request, Dictionary<string, string> headers)
    {
        var size = 0;
        foreach (var (name, value) in request.Call.Http.Headers)
        {
            if (!name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase)) continue;
            headers[name.ToLowerInvariant()] = value;
            size += name.Length - MetadataPrefix.Length + Encoding.UTF8.GetByteCount(value);
        }

        if (size > MostMetadata)
            throw new AwsErrorException("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size");
    }

    // aws-chunked is how the bytes came, not what they are.
    private static string? ContentEncodingOf(S3Request request) => request.Header(ContentEncoding) is { } encodings
        ? string.Join(",", encodings.Split(',', StringSplitOptions.TrimEntries).Where(encoding => encoding != "aws-chunked"))
        : null;
}
