using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>DeleteObject and DeleteObjects: a delete marker, or a version for good where no lock holds it.</summary>
internal sealed class ObjectDeletes(SandboxContext context, BucketAccess access, BucketObjects objects)
{
    private const int MostAtOnce = 1000;

    public HttpResponse Delete(S3Request request)
    {
        Preconditions.RequireForDelete(request, context.Objects.Find(request.Bucket.Name, request.Key), request.Header("If-Match"));
        var deleted = Delete(request, request.Key, request.Query.GetValueOrDefault("versionId"), ObjectLockOperations.Bypasses(request, access));
        var answer = HttpResponse.Empty(204);
        if (deleted is null) return answer;
        answer = answer.With(ObjectReads.VersionHeader, deleted.VersionId);
        return deleted.IsDeleteMarker ? answer.With(ObjectReads.MarkerHeader, "true") : answer;
    }

    public HttpResponse DeleteMany(S3Request request)
    {
        Checksums.Require(request, "Missing required header for this request: Content-MD5");
        Checksums.Verify(request);
        var body = S3Xml.Read(request.Body, "Delete");
        var named = body.Elements("Object").ToArray();
        if (named.Length is 0 or > MostAtOnce || named.Any(element => element.Element("Key") is null)) throw S3Errors.MalformedXml();
        foreach (var member in named.Elements().Where(member => member.Name.LocalName is not ("Key" or "VersionId" or "ETag")))
            throw S3Errors.NotImplemented($"Delete/Object/{member.Name.LocalName}");
        var quiet = body.Element("Quiet")?.Value == "true";
        var bypasses = ObjectLockOperations.Bypasses(request, access);
        return S3Xml.Answer(new XElement("DeleteResult", named.Select(element => DeleteOne(request, element, bypasses, quiet))));
    }

    private XElement? DeleteOne(S3Request request, XElement named, bool bypasses, bool quiet)
    {
        var (key, version) = (named.Element("Key")!.Value, named.Element("VersionId")?.Value);
        var identity = new[] { new XElement("Key", key), version is null ? null : new XElement("VersionId", version) };
        try
        {
            access.Require(request, request.Bucket, key, version is null ? "s3:DeleteObject" : "s3:DeleteObjectVersion");
            Preconditions.RequireForDelete(request, context.Objects.Find(request.Bucket.Name, key), named.Element("ETag")?.Value);
            var deleted = Delete(request, key, version, bypasses);
            return quiet ? null : new("Deleted", identity, Marker(deleted));
        }
        catch (AwsErrorException refused)
        {
            return new("Error", identity, new XElement("Code", refused.Code), new XElement("Message", refused.Message));
        }
    }

    private static XElement[] Marker(StoredObject? deleted) => deleted is { IsDeleteMarker: true }
        ? [new("DeleteMarker", true), new("DeleteMarkerVersionId", deleted.VersionId)]
        : [];

    // What comes back is the new delete marker, or the version that is gone.
    private StoredObject? Delete(S3Request request, string key, string? versionId, bool bypasses)
    {
        if (string.IsNullOrEmpty(versionId)) return objects.Delete(request.Bucket, key);
        ObjectReads.RequirePossible(versionId);
        var version = context.Objects.Versions(request.Bucket.Name, key).FirstOrDefault(version => version.VersionId == versionId);
        if (version is null) return null;
        if (!ObjectLock.Allows(version, context.Clock.Now, bypasses)) throw ObjectLock.Protected();
        context.Objects.DeleteVersion(request.Bucket.Name, key, versionId);
        return version;
    }
}
