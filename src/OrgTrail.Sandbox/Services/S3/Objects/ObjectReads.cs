using System.Globalization;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>GetObject and HeadObject.</summary>
internal sealed class ObjectReads(SandboxContext context, BucketAccess access)
{
    // As much as goes out with the head.
    private const int MostInMemory = 64 * 1024;

    private const string ChecksumPrefix = "x-amz-checksum-";

    // Parameters of GetObject that stand in for headers of the object.
    private static readonly string[] Overridden = ["cache-control", "content-disposition", "content-encoding", "content-language", "content-type", "expires"];

    public HttpResponse Get(S3Request request)
    {
        var stored = Find(request, request.Bucket.Name, request.Key);
        if (Preconditions.IsUnchanged(request, stored)) return new(304, [new("ETag", Quoted(stored))], ReadOnlyMemory<byte>.Empty);
        var range = ByteRange.Of(request.Header("Range"), stored.Length);
        return range is { } part
            ? Answer(206, [.. Headers(request, stored, whole: false), new("Content-Range", part.ContentRange(stored.Length))], stored, part)
            : Answer(200, [.. Headers(request, stored, whole: true)], stored, new(0, stored.Length));
    }

    public HttpResponse Head(S3Request request)
    {
        var stored = Find(request, request.Bucket.Name, request.Key);
        if (Preconditions.IsUnchanged(request, stored)) return new(304, [new("ETag", Quoted(stored))], ReadOnlyMemory<byte>.Empty);
        return ByteRange.Of(request.Header("Range"), stored.Length) is { } part
            ? new HttpResponse(206, [.. Headers(request, stored, whole: false), new("Content-Range", part.ContentRange(stored.Length))], default) { DeclaredLength = part.Length }
            : new HttpResponse(200, [.. Headers(request, stored, whole: true)], default) { DeclaredLength = stored.Length };
    }

    // Objects have no ACL but the owner's full control.
    public HttpResponse Acl(S3Request request)
    {
        Find(request, request.Bucket.Name, request.Key);
        return S3Xml.Answer(AclSetting.Canned(request.Bucket.OwnerAccountId, "private"));
    }

    private HttpResponse Answer(int status, KeyValuePair<string, string>[] headers, StoredObject stored, ByteRange range)
    {
        if (range.Length > MostInMemory)
            return new(status, headers, default) { Source = new(range.Length, (position, target) => context.Objects.Read(stored, range.Start + position, target)) };
        var content = new byte[range.Length];
        context.Objects.Read(stored, range.Start, content);
        return new(status, headers, content);
    }

    /// <summary>An object. Who may not list the bucket is not told whether it exists (Amazon S3 API reference, GetObject).</summary>
    public StoredObject Find(S3Request request, string bucket, string key)
    {
        if (context.Objects.Find(bucket, key) is { } stored)
            return request.Parameter("versionId") is "" or ObjectListings.OnlyVersion ? stored : throw S3Errors.NotFound("NoSuchVersion", "The specified version does not exist.", bucket);
        if (context.State.S3.Buckets.TryGetValue(bucket, out var known))
            access.Require(request, known, "", "s3:ListBucket");
        throw S3Errors.NoSuchKey(key);
    }

    /// <summary>The ETag as headers and XML have it.</summary>
    public static string Quoted(StoredObject stored) => $"\"{stored.ETag}\"";

    private static IEnumerable<KeyValuePair<string, string>> Headers(S3Request request, StoredObject stored, bool whole)
    {
        yield return new("ETag", Quoted(stored));
        yield return new("Last-Modified", stored.LastModified.ToString("R", CultureInfo.InvariantCulture));
        yield return new("Accept-Ranges", "bytes");
        var checksums = whole && string.Equals(request.Header("x-amz-checksum-mode"), "ENABLED", StringComparison.OrdinalIgnoreCase);
        foreach (var (name, value) in stored.Headers)
        {
            if (!checksums && name.StartsWith(ChecksumPrefix, StringComparison.Ordinal)) continue;
            if (request.Query.Count == 0 || !Overridden.Contains(name) || !request.Query.ContainsKey("response-" + name))
                yield return new(name, value);
        }

        foreach (var name in request.Query.Count == 0 ? [] : Overridden.Where(name => request.Query.ContainsKey("response-" + name)))
            yield return new(name, request.Parameter("response-" + name));
    }
}
