using System.Globalization;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>GetObject and HeadObject.</summary>
internal sealed class ObjectReads(SandboxContext context, BucketAccess access, ObjectEncryption encryption)
{
    public const string VersionHeader = "x-amz-version-id";
    public const string MarkerHeader = "x-amz-delete-marker";

    // As much as goes out with the head.
    private const int MostInMemory = 64 * 1024;

    private const string ChecksumPrefix = "x-amz-checksum-";

    // Parameters of GetObject that stand in for headers of the object.
    private static readonly string[] Overridden = ["cache-control", "content-disposition", "content-encoding", "content-language", "content-type", "expires"];

    public HttpResponse Get(S3Request request)
    {
        var stored = Find(request);
        StorageClasses.RequireReadable(stored, context.Clock.Now);
        encryption.RequireForRead(request, stored);
        if (Preconditions.IsUnchanged(request, stored, context.Clock.Now)) return Unchanged(request, stored);
        var range = ByteRange.Of(request.Header("Range"), stored.Length);
        return range is { } part
            ? Answer(206, [.. Headers(request, stored, whole: false), new("Content-Range", part.ContentRange(stored.Length))], stored, part)
            : Answer(200, [.. Headers(request, stored, whole: true)], stored, new(0, stored.Length));
    }

    public HttpResponse Head(S3Request request)
    {
        var stored = Find(request);
        encryption.RequireForRead(request, stored);
        if (Preconditions.IsUnchanged(request, stored, context.Clock.Now)) return Unchanged(request, stored);
        return ByteRange.Of(request.Header("Range"), stored.Length) is { } part
            ? new HttpResponse(206, [.. Headers(request, stored, whole: false), new("Content-Range", part.ContentRange(stored.Length))], default) { DeclaredLength = part.Length }
            : new HttpResponse(200, [.. Headers(request, stored, whole: true)], default) { DeclaredLength = stored.Length };
    }

    // Objects have no ACL but the owner's full control.
    public HttpResponse Acl(S3Request request)
    {
        Find(request);
        return S3Xml.Answer(AclSetting.Canned(request.Bucket.OwnerAccountId, "private"));
    }

    /// <summary>The answer with the id of the version that it is about, where the bucket has versions.</summary>
    public static HttpResponse WithVersion(HttpResponse answer, S3Request request, StoredObject stored) =>
        request.Bucket.Versioning is null ? answer : answer.With(VersionHeader, stored.VersionId);

    /// <summary>Refuses what can be no version's id.</summary>
    public static void RequirePossible(string versionId)
    {
        if (!VersionText.IsPossible(versionId)) throw S3Errors.InvalidArgument("Invalid version id specified", "versionId", versionId);
    }

    private static HttpResponse Unchanged(S3Request request, StoredObject stored) =>
        WithVersion(new(304, [new("ETag", Quoted(stored))], ReadOnlyMemory<byte>.Empty), request, stored);

    private HttpResponse Answer(int status, KeyValuePair<string, string>[] headers, StoredObject stored, ByteRange range)
    {
        if (range.Length > MostInMemory)
            return new(status, headers, default) { Source = new(range.Length, (position, target) => context.Objects.Read(stored, range.Start + position, target)) };
        var content = new byte[range.Length];
        context.Objects.Read(stored, range.Start, content);
        return new(status, headers, content);
    }

    /// <summary>The version that a request names, or the current one.</summary>
    public StoredObject Find(S3Request request) => Find(request, request.Bucket.Name, request.Key, request.Query.GetValueOrDefault("versionId"));

    /// <summary>A version. Who may not list the bucket is not told whether an object exists (Amazon S3 API reference, GetObject).</summary>
    public StoredObject Find(S3Request request, string bucket, string key, string? versionId)
    {
        if (!string.IsNullOrEmpty(versionId)) return FindVersion(request, bucket, key, versionId);
        if (context.Objects.Find(bucket, key) is { } stored) return stored;
        if (context.State.S3.Buckets.TryGetValue(bucket, out var known))
            access.Require(request, known, "", "s3:ListBucket");
        throw context.Objects.Versions(bucket, key) is [{ } marker, ..] ? S3Errors.NoSuchKey(key, MarkerHeaders(marker)) : S3Errors.NoSuchKey(key);
    }

    private StoredObject FindVersion(S3Request request, string bucket, string key, string versionId)
    {
        RequirePossible(versionId);
        var version = context.Objects.Versions(bucket, key).FirstOrDefault(version => version.VersionId == versionId) ?? throw S3Errors.NoSuchVersion(key, versionId);
        return version.IsDeleteMarker ? throw S3Errors.MarkerNotAllowed(request.Call.Http.Method, MarkerHeaders(version)) : version;
    }

    private static Dictionary<string, string> MarkerHeaders(StoredObject marker) => new() { [VersionHeader] = marker.VersionId, [MarkerHeader] = "true" };

    /// <summary>The ETag as headers and XML have it.</summary>
    public static string Quoted(StoredObject stored) => $"\"{stored.ETag}\"";

    private IEnumerable<KeyValuePair<string, string>> Headers(S3Request request, StoredObject stored, bool whole)
    {
        yield return new("ETag", Quoted(stored));
        yield return new("Last-Modified", stored.LastModified.ToString("R", CultureInfo.InvariantCulture));
        yield return new("Accept-Ranges", "bytes");
        var checksums = whole && string.Equals(request.Header("x-amz-checksum-mode"), "ENABLED", StringComparison.OrdinalIgnoreCase);
        foreach (var (name, value) in stored.Headers)
        {
            if (HiddenHeaders.Contains(name)) continue;
            if (!checksums && name.StartsWith(ChecksumPrefix, StringComparison.Ordinal)) continue;
            if (request.Query.Count == 0 || !Overridden.Contains(name) || !request.Query.ContainsKey("response-" + name))
                yield return new(name, value);
        }

        foreach (var derived in Derived(request, stored))
            yield return derived;
        foreach (var name in request.Query.Count == 0 ? [] : Overridden.Where(name => request.Query.ContainsKey("response-" + name)))
            yield return new(name, request.Parameter("response-" + name));
    }

    // What follows from the version, and does not stand among its headers.
    private IEnumerable<KeyValuePair<string, string>> Derived(S3Request request, StoredObject stored)
    {
        if (request.Bucket.Versioning is not null) yield return new(VersionHeader, stored.VersionId);
        if (StorageClasses.RestoreStatus(stored, context.Clock.Now) is { } restore) yield return restore;
        if (ObjectTags.Of(stored) is { Count: > 0 } tags) yield return new("x-amz-tagging-count", tags.Count.ToString(CultureInfo.InvariantCulture));
    }
}
