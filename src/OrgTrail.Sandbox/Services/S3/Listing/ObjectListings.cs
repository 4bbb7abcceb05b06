using System.Text;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>ListObjects in both versions, and ListObjectVersions.</summary>
internal sealed class ObjectListings(IObjectStore store)
{
    // Every object is its only version, as in a bucket that never was versioned.
    public const string OnlyVersion = "null";

    public HttpResponse Version1(S3Request request)
    {
        var listing = new ListingRequest(request);
        var page = listing.Read(store, request.Parameter("marker"));
        return S3Xml.Answer(new XElement(
            "ListBucketResult",
            listing.Header(),
            listing.Optional("Marker", request.Parameter("marker")) ?? new XElement("Marker"),
            page.IsTruncated && listing.Delimiter.Length > 0 ? listing.Optional("NextMarker", page.Last) : null,
            new XElement("IsTruncated", page.IsTruncated),
            page.Objects.Select(stored => With(listing.Entry("Contents", stored), CanonicalUser.Owner(request.Bucket.OwnerAccountId))),
            listing.CommonPrefixes(page)));
    }

    public HttpResponse Version2(S3Request request)
    {
        var listing = new ListingRequest(request);
        var token = request.Parameter("continuation-token");
        var page = listing.Read(store, token.Length > 0 ? KeyOf(token) : request.Parameter("start-after"));
        var owner = request.Parameter("fetch-owner") == "true" ? CanonicalUser.Owner(request.Bucket.OwnerAccountId) : null;
        return S3Xml.Answer(new XElement(
            "ListBucketResult",
            listing.Header(),
            listing.Optional("StartAfter", request.Parameter("start-after")),
            token.Length > 0 ? new XElement("ContinuationToken", token) : null,
            page.IsTruncated ? new XElement("NextContinuationToken", TokenOf(page.Last!)) : null,
            new XElement("KeyCount", page.Objects.Count + page.CommonPrefixes.Count),
            new XElement("IsTruncated", page.IsTruncated),
            page.Objects.Select(stored => With(listing.Entry("Contents", stored), owner)),
            listing.CommonPrefixes(page)));
    }

    public HttpResponse Versions(S3Request request)
    {
        var listing = new ListingRequest(request);
        var page = listing.Read(store, request.Parameter("key-marker"));
        return S3Xml.Answer(new XElement(
            "ListVersionsResult",
            listing.Header(),
            listing.Optional("KeyMarker", request.Parameter("key-marker")) ?? new XElement("KeyMarker"),
            new XElement("VersionIdMarker", request.Parameter("version-id-marker")),
            page.IsTruncated ? new[] { listing.Optional("NextKeyMarker", page.Last), new XElement("NextVersionIdMarker", OnlyVersion) } : null,
            new XElement("IsTruncated", page.IsTruncated),
            page.Objects.Select(stored => With(
                listing.Entry("Version", stored, new XElement("VersionId", OnlyVersion), new XElement("IsLatest", true)),
                CanonicalUser.Owner(request.Bucket.OwnerAccountId))),
            listing.CommonPrefixes(page)));
    }

    private static XElement With(XElement entry, XElement? owner)
    {
        entry.Add(owner);
        return entry;
    }

    private static string TokenOf(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key));

    private static string KeyOf(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw S3Errors.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
        }
    }
}
