using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The retention and the legal hold of single versions.</summary>
internal sealed class ObjectLockOperations(SandboxContext context, BucketAccess access, ObjectReads reads)
{
    private const string BypassHeader = "x-amz-bypass-governance-retention";
    private const string BypassAction = "s3:BypassGovernanceRetention";

    /// <summary>Whether a request bypasses governance, which the caller must be allowed to.</summary>
    public static bool Bypasses(S3Request request, BucketAccess access)
    {
        if (request.Header(BypassHeader) is not { } header) return false;
        if (!request.Bucket.ObjectLockEnabled)
            throw S3Errors.InvalidArgument($"{BypassHeader} is only applicable to Object Lock enabled buckets.", BypassHeader, header);
        return header.Equals("true", StringComparison.OrdinalIgnoreCase) && access.Allows(request, request.Bucket, request.Key, BypassAction);
    }

    public HttpResponse GetRetention(S3Request request) =>
        Locked(request) is var version && version.Headers.ContainsKey(ObjectLock.Mode) ? S3Xml.Answer(ObjectLock.Retention(version)) : throw None();

    public HttpResponse PutRetention(S3Request request)
    {
        var version = Locked(request);
        var body = S3Xml.Read(Body(request), "Retention");
        var (mode, until) = (body.Element("Mode")?.Value, body.Element("RetainUntilDate")?.Value);
        if (mode is null != until is null) throw S3Errors.MalformedXml();
        if (mode is not (null or ObjectLock.Governance or ObjectLock.Compliance)) throw S3Errors.MalformedXml();
        var wanted = until is null ? (DateTimeOffset?)null : ObjectLock.RequireFuture(until, context.Clock.Now);
        if (Loosens(version, mode, wanted) && !(Bypasses(request, access) && version.Headers[ObjectLock.Mode] == ObjectLock.Governance))
            throw ObjectLock.Protected();
        return Changed(version, headers =>
        {
            headers.Remove(ObjectLock.Mode);
            headers.Remove(ObjectLock.Until);
            if (mode is null) return;
            headers[ObjectLock.Mode] = mode;
            headers[ObjectLock.Until] = S3Xml.Time(wanted!.Value);
        });
    }

    public HttpResponse GetLegalHold(S3Request request) => Locked(request).Headers.TryGetValue(ObjectLock.LegalHold, out var status)
        ? S3Xml.Answer(new XElement("LegalHold", new XElement("Status", status)))
        : throw None();

    public HttpResponse PutLegalHold(S3Request request)
    {
        var version = Locked(request);
        var status = S3Xml.Read(Body(request), "LegalHold").Element("Status")?.Value;
        if (status is not (ObjectLock.On or ObjectLock.Off)) throw S3Errors.MalformedXml();
        return Changed(version, headers => headers[ObjectLock.LegalHold] = status);
    }

    // What is over holds nothing any more. A change of mode counts as loosening where compliance ends; nobody has seen the other way.
    private bool Loosens(StoredObject version, string? mode, DateTimeOffset? wanted) =>
        ObjectLock.RetainedUntil(version) is { } until && until > context.Clock.Now
        && (wanted is null || wanted < until || (mode == ObjectLock.Governance && version.Headers[ObjectLock.Mode] == ObjectLock.Compliance));

    private HttpResponse Changed(StoredObject version, Action<Dictionary<string, string>> change)
    {
        var headers = new Dictionary<string, string>(version.Headers, StringComparer.Ordinal);
        change(headers);
        context.Objects.Change(version, headers);
        return HttpResponse.Empty(200);
    }

    private StoredObject Locked(S3Request request) => request.Bucket.ObjectLockEnabled
        ? reads.Find(request)
        : throw S3Errors.InvalidRequest("Bucket is missing Object Lock Configuration");

    private static ReadOnlyMemory<byte> Body(S3Request request) => request.Body.IsEmpty ? throw S3Errors.MissingBody() : request.Body;

    private static AwsErrorException None() =>
        new("NoSuchObjectLockConfiguration", "The specified object does not have a ObjectLock configuration", 404);
}
