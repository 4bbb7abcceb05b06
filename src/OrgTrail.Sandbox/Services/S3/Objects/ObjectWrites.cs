using System.Text;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>PutObject and CopyObject.</summary>
internal sealed class ObjectWrites(SandboxContext context, BucketAccess access, ObjectReads reads)
{
    private const string CopySource = "x-amz-copy-source";
    private const int LongestKey = 1024;

    public HttpResponse Put(S3Request request)
    {
        if (request.Header(CopySource) is { } source) return Copy(request, source);
        RequireWritable(request);
        if (ObjectLockSetting.Retains(request.Bucket))
            Checksums.Require(request, "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters");
        var checksums = Checksums.Verify(request);
        var headers = ObjectHeaders.Of(request);
        foreach (var (name, value) in checksums)
            headers[name] = value;
        Preconditions.RequireForWrite(request, context.Objects.Find(request.Bucket.Name, request.Key));
        var stored = context.Objects.Put(request.Bucket.Name, request.Key, request.Body, headers, context.Clock.Now);
        return new(200, [new("ETag", ObjectReads.Quoted(stored)), .. ObjectHeaders.OfEncryption(headers), .. checksums], ReadOnlyMemory<byte>.Empty);
    }

    /// <summary>The object that a copy is made of, which the caller may read.</summary>
    public StoredObject Source(S3Request request, string source)
    {
        var address = ObjectAddress.OfCopySource(source);
        if (!context.State.S3.Buckets.TryGetValue(address.Bucket, out var bucket)) throw S3Errors.NoSuchBucket(address.Bucket);
        access.Require(request, bucket, address.Key, "s3:GetObject");
        var stored = reads.Find(request, address.Bucket, address.Key);
        Preconditions.Require(request, stored, CopySource + "-");
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
        var replaces = request.Header("x-amz-metadata-directive") == "REPLACE";
        var headers = ObjectHeaders.Of(request);
        if (!replaces)
            Inherit(headers, original);
        if (!replaces && (original.Bucket, original.Key) == (request.Bucket.Name, request.Key) && original.Headers.Count == headers.Count && !original.Headers.Except(headers).Any())
        {
            throw S3Errors.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.");
        }

        var stored = context.Objects.Put(request.Bucket.Name, request.Key, context.Objects.Read(original), headers, context.Clock.Now);
        var answer = S3Xml.Answer(Result("CopyObjectResult", stored));
        return answer with { Headers = [.. answer.Headers, .. ObjectHeaders.OfEncryption(headers)] };
    }

    /// <summary>What a copy is answered with.</summary>
    public static XElement Result(string name, StoredObject stored) => new(
        name, new XElement("LastModified", S3Xml.Time(stored.LastModified)), new XElement("ETag", ObjectReads.Quoted(stored)));

    // A copy takes the metadata over; its encryption and storage class are its own (Amazon S3 API reference, CopyObject).
    private static void Inherit(Dictionary<string, string> headers, StoredObject original)
    {
        string[] own = ["x-amz-server-side-encryption", "x-amz-storage-class", "x-amz-object-lock", "x-amz-website-redirect-location"];
        foreach (var name in headers.Keys.Where(name => !own.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).ToArray())
            headers.Remove(name);
        foreach (var (name, value) in original.Headers.Where(header => !own.Any(prefix => header.Key.StartsWith(prefix, StringComparison.Ordinal))))
            headers[name] = value;
    }
}
