using System.Text;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>PutObject and CopyObject.</summary>
internal sealed class ObjectWrites(SandboxContext context, BucketAccess access, ObjectReads reads, BucketObjects objects, ObjectEncryption encryption)
{
    private const string CopySource = "x-amz-copy-source";
    private const int LongestKey = 1024;

    public HttpResponse Put(S3Request request)
    {
        if (request.Header(CopySource) is { } source) return Copy(request, source);
        RequireWritable(request);
        if (ObjectLock.IsAsked(request) || ObjectLockSetting.DefaultOf(request.Bucket) is not null)
            Checksums.Require(request, "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters");
        var checksums = Checksums.Verify(request);
        var headers = NewHeaders(request);
        foreach (var (name, value) in checksums)
            headers[name] = value;
        Preconditions.RequireForWrite(request, context.Objects.Find(request.Bucket.Name, request.Key));
        var stored = objects.Put(request.Bucket, request.Key, request.Body, headers, context.Clock.Now);
        return ObjectReads.WithVersion(
            new(200, [new("ETag", ObjectReads.Quoted(stored)), .. ObjectHeaders.OfEncryption(headers), .. checksums], ReadOnlyMemory<byte>.Empty), request, stored);
    }

    /// <summary>What a new object keeps of its request, once its lock, its class and its key are found to be in order.</summary>
    public Dictionary<string, string> NewHeaders(S3Request request)
    {
        StorageClasses.Require(request.Header(StorageClasses.Header));
        var headers = ObjectHeaders.Of(request, encryption.HeadersFor(request));
        ObjectLock.Settle(request, headers, context.Clock.Now);
        ObjectTags.Keep(request, headers);
        return headers;
    }

    /// <summary>The object that a copy is made of, which the caller may read.</summary>
    public StoredObject Source(S3Request request, string source)
    {
        var address = ObjectAddress.OfCopySource(source);
        if (!context.State.S3.Buckets.TryGetValue(address.Bucket, out var bucket)) throw S3Errors.NoSuchBucket(address.Bucket);
        access.Require(request, bucket, address.Key, address.VersionId is null ? "s3:GetObject" : "s3:GetObjectVersion");
        var stored = reads.Find(request, address.Bucket, address.Key, address.VersionId);
        StorageClasses.RequireReadable(stored, context.Clock.Now);
        encryption.RequireForRead(request, stored);
        Preconditions.Require(request, stored, CopySource + "-", context.Clock.Now);
        return stored;
    }

    /// <summary>Refuses what no object may have.</summary>
    public static void RequireWritable(S3Request request)
    {
        if (Encoding.UTF8.GetByteCount(request.Key) > LongestKey)
            throw new AwsErrorException("KeyTooLongError", "Your key is too long");
        AclSetting.RequireAllowedOnObject(request.Bucket, request.Header("x-amz-acl"));
    }

    private HttpResponse Copy(S3Request request, string source)
    {
        RequireWritable(request);
        var original = Source(request, source);
        var replaces = Directive(request, "x-amz-metadata-directive");
        var headers = NewHeaders(request);
        if (!replaces)
            Inherit(headers, original);
        if (!Directive(request, "x-amz-tagging-directive"))
            InheritTags(headers, original);
        if (!replaces && !ChangesAnything(request, original))
        {
            throw S3Errors.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.");
        }

        Preconditions.RequireForWrite(request, context.Objects.Find(request.Bucket.Name, request.Key));
        var stored = objects.Put(request.Bucket, request.Key, context.Objects.Read(original), headers, context.Clock.Now);
        var answer = S3Xml.Answer(Result("CopyObjectResult", stored));
        answer = answer with { Headers = [.. answer.Headers, .. ObjectHeaders.OfEncryption(headers)] };
        if (context.State.S3.Buckets.GetValueOrDefault(original.Bucket)?.Versioning is not null)
            answer = answer.With("x-amz-copy-source-version-id", original.VersionId);
        return ObjectReads.WithVersion(answer, request, stored);
    }

    private static bool Directive(S3Request request, string name) => request.Header(name) switch
    {
        null or "COPY" => false,
        "REPLACE" => true,
        var other => throw S3Errors.InvalidArgument("Unknown metadata directive.", name, other),
    };

    // An older version is another object; so is one whose class, encryption, lock or redirect is asked for.
    private static bool ChangesAnything(S3Request request, StoredObject original)
    {
        string[] changing = ["x-amz-storage-class", "x-amz-server-side-encryption", "x-amz-website-redirect-location", ObjectLock.Mode, ObjectLock.LegalHold];
        return (original.Bucket, original.Key) != (request.Bucket.Name, request.Key) || !original.IsLatest || changing.Any(name => request.Header(name) is not null);
    }

    private static void InheritTags(Dictionary<string, string> headers, StoredObject original)
    {
        headers.Remove(HiddenHeaders.Tags);
        if (original.Headers.TryGetValue(HiddenHeaders.Tags, out var tags)) headers[HiddenHeaders.Tags] = tags;
    }

    /// <summary>What a copy is answered with.</summary>
    public static XElement Result(string name, StoredObject stored) => new(
        name, new XElement("LastModified", S3Xml.Time(stored.LastModified)), new XElement("ETag", ObjectReads.Quoted(stored)));

    // A copy takes the metadata over; its encryption and storage class are its own (Amazon S3 API reference, CopyObject).
    private static void Inherit(Dictionary<string, string> headers, StoredObject original)
    {
        string[] own = ["x-amz-server-side-encryption", "x-amz-storage-class", "x-amz-object-lock", "x-amz-website-redirect-location", ":"];
        foreach (var name in headers.Keys.Where(name => !own.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).ToArray())
            headers.Remove(name);
        foreach (var (name, value) in original.Headers.Where(header => !own.Any(prefix => header.Key.StartsWith(prefix, StringComparison.Ordinal))))
            headers[name] = value;
    }
}
