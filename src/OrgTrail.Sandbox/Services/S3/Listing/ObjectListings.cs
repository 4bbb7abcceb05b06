using System.Text;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>ListObjects in both versions, and ListObjectVersions.</summary>
internal sealed class ObjectListings(IObjectStore store)
{
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
            listing.CommonPrefixes(page.CommonPrefixes)));
    }

    public HttpResponse Version2(S3Request request)
    {
        var listing = new ListingRequest(request);
        var token = request.Parameter("continuation-token");
        var page = listing.Read(store, request.Query.ContainsKey("continuation-token") ? KeyOf(token) : request.Parameter("start-after"));
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
            listing.CommonPrefixes(page.CommonPrefixes)));
    }

    public HttpResponse Versions(S3Request request)
    {
        var listing = new ListingRequest(request);
        var page = VersionListing.Read(store, request, listing);
        return S3Xml.Answer(new XElement(
            "ListVersionsResult",
            listing.Header(),
            listing.Optional("KeyMarker", request.Parameter("key-marker")) ?? new XElement("KeyMarker"),
            new XElement("VersionIdMarker", request.Parameter("version-id-marker")),
            page.Next is { } next ? new[] { listing.Optional("NextKeyMarker", next.Key), next.VersionId is { } id ? new XElement("NextVersionIdMarker", id) : null } : null,
            new XElement("IsTruncated", page.Next is not null),
            page.Versions.Select(stored => With(Entry(listing, stored), CanonicalUser.Owner(request.Bucket.OwnerAccountId))),
            listing.CommonPrefixes(page.CommonPrefixes)));
    }

    private static XElement Entry(ListingRequest listing, StoredObject stored)
    {
        var identity = new[] { new XElement("VersionId", stored.VersionId), new XElement("IsLatest", stored.IsLatest) };
        return stored.IsDeleteMarker ? listing.Marker(stored, identity) : listing.Entry("Version", stored, identity);
    }

    private static XElement With(XElement entry, XElement? owner)
    {
        entry.Add(owner);
        return entry;
    }

    // By which tokens are known that this service gave out.
    private const string TokenMark = "after:";

    private static string TokenOf(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(TokenMark + key));

    private static string KeyOf(string token)
    {
        try
        {
            var key = Encoding.UTF8.GetString(Convert.FromBase64String(token));
            return key.StartsWith(TokenMark, StringComparison.Ordinal) ? key[TokenMark.Length..] : throw new FormatException();
        }
        catch (FormatException)
        {
            throw S3Errors.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
        }
    }
}
