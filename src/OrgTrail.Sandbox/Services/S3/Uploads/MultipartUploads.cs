using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>Uploads in parts (Amazon S3 user guide, "Uploading and copying objects using multipart upload").</summary>
internal sealed class MultipartUploads(SandboxContext context, ObjectWrites writes, BucketObjects objects)
{
    // No bucket can have this name, so parts are seen nowhere.
    private const string PartsBucket = ":parts";
    private const int LastPart = 10_000;
    private const int MostUploads = 10_000;
    private readonly ConcurrentDictionary<string, MultipartUpload> _uploads = new(StringComparer.Ordinal);

    public HttpResponse Create(S3Request request)
    {
        ObjectWrites.RequireWritable(request);
        foreach (var lost in _uploads.Values.Where(IsLost))
            Forget(lost);
        if (_uploads.Count >= MostUploads) throw SandboxLimits.Full($"{MostUploads} uploads in parts are under way");
        var upload = new MultipartUpload(Guid.NewGuid().ToString("N"), request.Bucket, request.Key, writes.NewHeaders(request), context.Clock.Now);
        _uploads[upload.Id] = upload;
        var answer = S3Xml.Answer(new XElement(
            "InitiateMultipartUploadResult", new XElement("Bucket", upload.Bucket.Name), new XElement("Key", upload.Key), new XElement("UploadId", upload.Id)));
        return answer with { Headers = [.. answer.Headers, .. ObjectHeaders.OfEncryption(upload.Headers)] };
    }

    public HttpResponse PutPart(S3Request request)
    {
        var upload = Find(request);
        if (!int.TryParse(request.Parameter("partNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 or > LastPart)
            throw S3Errors.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", request.Parameter("partNumber"));
        if (request.Header("x-amz-copy-source") is { } source) return CopyPart(request, upload, number, source);
        var checksums = Checksums.Verify(request);
        var part = Store(upload, number, request.Body);
        return new(200, [new("ETag", ObjectReads.Quoted(part)), .. ObjectHeaders.OfEncryption(upload.Headers), .. checksums], ReadOnlyMemory<byte>.Empty);
    }

    public HttpResponse Complete(S3Request request)
    {
        var upload = Find(request);
        var parts = PartsNamed(request, upload);
        Preconditions.RequireForWrite(request, context.Objects.Find(upload.Bucket.Name, upload.Key));
        var stored = objects.Put(upload.Bucket, upload.Key, PartAssembly.Join(context.Objects, parts), upload.Headers, context.Clock.Now, PartAssembly.ETag(parts));
        Forget(upload);
        var answer = S3Xml.Answer(new XElement(
            "CompleteMultipartUploadResult",
            new XElement("Location", $"http://{upload.Bucket.Name}.s3.{request.Bucket.Region}.amazonaws.com/{Uri.EscapeDataString(upload.Key)}"),
            new XElement("Bucket", upload.Bucket.Name),
            new XElement("Key", upload.Key),
            new XElement("ETag", ObjectReads.Quoted(stored))));
        return ObjectReads.WithVersion(answer with { Headers = [.. answer.Headers, .. ObjectHeaders.OfEncryption(upload.Headers)] }, request, stored);
    }

    public HttpResponse Abort(S3Request request)
    {
        Forget(Find(request));
        return HttpResponse.Empty(204);
    }

    public HttpResponse ListParts(S3Request request)
    {
        var upload = Find(request);
        return S3Xml.Answer(new XElement(
            "ListPartsResult",
            new XElement("Bucket", upload.Bucket.Name),
            new XElement("Key", upload.Key),
            new XElement("UploadId", upload.Id),
            new XElement("StorageClass", upload.Headers.GetValueOrDefault(StorageClasses.Header, StorageClasses.Standard)),
            new XElement("MaxParts", LastPart),
            new XElement("IsTruncated", false),
            Parts(upload).Select(part => new XElement(
                "Part",
                new XElement("PartNumber", int.Parse(part.Key[(upload.Id.Length + 1)..], CultureInfo.InvariantCulture)),
                new XElement("LastModified", S3Xml.Time(part.LastModified)),
                new XElement("ETag", ObjectReads.Quoted(part)),
                new XElement("Size", part.Length)))));
    }

    public HttpResponse List(S3Request request)
    {
        var prefix = request.Parameter("prefix");
        var uploads = _uploads.Values
            .Where(upload => upload.Bucket == request.Bucket && !IsLost(upload) && upload.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(upload => upload.Key, StringComparer.Ordinal)
            .ThenBy(upload => upload.Initiated);
        return S3Xml.Answer(new XElement(
            "ListMultipartUploadsResult",
            new XElement("Bucket", request.Bucket.Name),
            new XElement("IsTruncated", false),
            uploads.Select(upload => new XElement(
                "Upload",
                new XElement("Key", upload.Key),
                new XElement("UploadId", upload.Id),
                CanonicalUser.Owner(request.Bucket.OwnerAccountId),
                new XElement("StorageClass", upload.Headers.GetValueOrDefault(StorageClasses.Header, StorageClasses.Standard)),
                new XElement("Initiated", S3Xml.Time(upload.Initiated))))));
    }

    private static string PartKey(MultipartUpload upload, int number) => string.Create(CultureInfo.InvariantCulture, $"{upload.Id}/{number:D5}");

    private HttpResponse CopyPart(S3Request request, MultipartUpload upload, int number, string source)
    {
        var original = writes.Source(request, source);
        var content = context.Objects.Read(original);
        if (ByteRange.Of(request.Header("x-amz-copy-source-range"), original.Length) is { } range)
            content = content.Slice((int)range.Start, (int)range.Length);
        return S3Xml.Answer(ObjectWrites.Result("CopyPartResult", Store(upload, number, content)));
    }

    private StoredObject Store(MultipartUpload upload, int number, ReadOnlyMemory<byte> content) =>
        context.Objects.Put(PartsBucket, PartKey(upload, number), content, HeaderSets.None, context.Clock.Now);

    // Its bucket is gone, or a lifecycle rule has given it up.
    private bool IsLost(MultipartUpload upload) =>
        context.State.S3.Buckets.GetValueOrDefault(upload.Bucket.Name) != upload.Bucket
        || LifecycleSetting.RulesOf(upload.Bucket).Any(rule =>
            rule.IsEnabled && rule.AbortDays is { } days && upload.Key.StartsWith(rule.Prefix, StringComparison.Ordinal) && LifecycleRule.Due(upload.Initiated, days) <= context.Clock.Now);

    private MultipartUpload Find(S3Request request) =>
        _uploads.TryGetValue(request.Parameter("uploadId"), out var upload) && !IsLost(upload) && upload.Bucket == request.Bucket && upload.Key == request.Key
            ? upload
            : throw new AwsErrorException("NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.", 404)
            {
                Members = { ["UploadId"] = request.Parameter("uploadId") },
            };

    private StoredObject[] Parts(MultipartUpload upload) => [.. context.Objects.List(PartsBucket, upload.Id + "/", "")];

    private StoredObject[] PartsNamed(S3Request request, MultipartUpload upload)
    {
        var named = S3Xml.Read(request.Body, "CompleteMultipartUpload").Elements("Part").Select(PartAssembly.Named).ToArray();
        if (named.Length == 0) throw S3Errors.MalformedXml();
        if (named.Zip(named.Skip(1)).Any(pair => pair.First.Number >= pair.Second.Number))
            throw new AwsErrorException("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
        var parts = named.Select(part => context.Objects.Find(PartsBucket, PartKey(upload, part.Number)) is { } found && found.ETag == part.ETag ? found : throw PartAssembly.Missing(part.Number)).ToArray();
        PartAssembly.RequireSizes(parts);
        return parts;
    }

    private void Forget(MultipartUpload upload)
    {
        _uploads.TryRemove(upload.Id, out _);
        foreach (var part in Parts(upload))
            context.Objects.Delete(PartsBucket, part.Key);
    }
}
