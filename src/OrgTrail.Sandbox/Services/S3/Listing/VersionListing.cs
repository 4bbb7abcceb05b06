using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>One page of a bucket's versions.</summary>
/// <param name="Versions">The versions and delete markers, by key, the newest first.</param>
/// <param name="CommonPrefixes">The prefixes that stand for the keys that begin with them.</param>
/// <param name="Next">The last of both, when there is more; a prefix has no version.</param>
internal sealed record VersionListing(IReadOnlyList<StoredObject> Versions, IReadOnlyList<string> CommonPrefixes, (string Key, string? VersionId)? Next)
{
    /// <summary>Reads the page that a request asks for.</summary>
    public static VersionListing Read(IObjectStore store, S3Request request, ListingRequest listing)
    {
        var (versions, prefixes) = (new List<StoredObject>(), new List<string>());
        (string Key, string? VersionId)? last = null;
        foreach (var (rolledUp, version) in Behind(store, request, listing))
        {
            if (rolledUp is not null && prefixes.Contains(rolledUp)) continue;
            if (versions.Count + prefixes.Count == listing.MaxKeys) return new(versions, prefixes, listing.MaxKeys > 0 ? last : null);
            last = rolledUp is null ? (version.Key, version.VersionId) : (rolledUp, null);
            if (rolledUp is null) versions.Add(version);
            else prefixes.Add(rolledUp);
        }

        return new(versions, prefixes, null);
    }

    // Behind the marker: without a version, behind all versions of the key or all keys of the common prefix.
    private static IEnumerable<(string? RolledUp, StoredObject Version)> Behind(IObjectStore store, S3Request request, ListingRequest listing)
    {
        var (keyMarker, versionMarker) = (request.Parameter("key-marker"), request.Parameter("version-id-marker"));
        if (versionMarker.Length > 0 && keyMarker.Length == 0)
            throw S3Errors.InvalidArgument("A version-id marker cannot be specified without a key marker.", "version-id-marker", versionMarker);
        var rest = versionMarker.Length == 0 ? [] : store.Versions(request.Bucket.Name, keyMarker).SkipWhile(version => version.VersionId != versionMarker).Skip(1);
        return rest
            .Where(version => version.Key.StartsWith(listing.Prefix, StringComparison.Ordinal))
            .Concat(store.ListVersions(request.Bucket.Name, listing.Prefix, keyMarker).SelectMany(versions => versions))
            .Select(version => (KeyListing.RollUp(version.Key, listing.Prefix, listing.Delimiter), version))
            .Where(item => keyMarker.Length == 0 || item.Item1 != keyMarker);
    }
}
