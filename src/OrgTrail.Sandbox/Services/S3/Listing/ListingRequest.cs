using System.Globalization;
using System.Xml.Linq;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>What the listings have in common: their parameters, and how they write keys.</summary>
internal sealed class ListingRequest
{
    private const int Most = 1000;
    private readonly S3Request _request;
    private readonly bool _encodes;

    public ListingRequest(S3Request request)
    {
        _request = request;
        Prefix = request.Parameter("prefix");
        Delimiter = request.Parameter("delimiter");
        MaxKeys = Number(request.Query.GetValueOrDefault("max-keys"));
        _encodes = request.Query.GetValueOrDefault("encoding-type") switch
        {
            null or "" => false,
            "url" => true,
            var other => throw S3Errors.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", other),
        };
    }

    public string Prefix { get; }

    public string Delimiter { get; }

    /// <summary>How many the client wants; the service never gives more than 1,000.</summary>
    public int MaxKeys { get; }

    public KeyListing Read(IObjectStore store, string after) =>
        KeyListing.Read(store, _request.Bucket.Name, Prefix, Delimiter, after, MaxKeys);

    /// <summary>An element with a key or a part of one; none when there is nothing to say.</summary>
    public XElement? Optional(string name, string? key) => string.IsNullOrEmpty(key) ? null : new(name, Text(key));

    /// <summary>The elements that all listings begin with.</summary>
    public IEnumerable<XElement?> Header() =>
    [
        new("Name", _request.Bucket.Name),
        new("Prefix", Text(Prefix)),
        Optional("Delimiter", Delimiter),
        new("MaxKeys", MaxKeys),
        _encodes ? new("EncodingType", "url") : null,
    ];

    public XElement Entry(string name, StoredObject stored, params object?[] more) => new(
        name,
        new XElement("Key", Text(stored.Key)),
        more,
        new XElement("LastModified", S3Xml.Time(stored.LastModified)),
        new XElement("ETag", ObjectReads.Quoted(stored)),
        new XElement("Size", stored.Length),
        new XElement("StorageClass", StorageClasses.Of(stored)));

    public XElement Marker(StoredObject stored, params object?[] more) =>
        new("DeleteMarker", new XElement("Key", Text(stored.Key)), more, new XElement("LastModified", S3Xml.Time(stored.LastModified)));

    public IEnumerable<XElement> CommonPrefixes(IReadOnlyList<string> prefixes) =>
        prefixes.Select(prefix => new XElement("CommonPrefixes", new XElement("Prefix", Text(prefix))));

    // Slashes stay as they are (Amazon S3 API reference, ListObjectsV2, encoding-type).
    private string Text(string key) => _encodes ? Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal) : key;

    private static int Number(string? text)
    {
        if (text is null or "") return Most;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw S3Errors.InvalidArgument("Provided max-keys not an integer or within integer range", "max-keys", text);
        return number >= 0 ? Math.Min(number, Most) : throw S3Errors.InvalidArgument("Argument maxKeys must be an integer between 0 and 2147483647", "maxKeys", text);
    }
}
