using System.Xml.Linq;
using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>DeleteObject and DeleteObjects. A version is the object: there is one.</summary>
internal sealed class ObjectDeletes(SandboxContext context, BucketAccess access)
{
    private const int MostAtOnce = 1000;

    public HttpResponse Delete(S3Request request)
    {
        context.Objects.Delete(request.Bucket.Name, request.Key);
        return HttpResponse.Empty(204);
    }

    public HttpResponse DeleteMany(S3Request request)
    {
        Checksums.Require(request, "Missing required header for this request: Content-MD5");
        Checksums.Verify(request);
        var body = S3Xml.Read(request.Body, "Delete");
        var keys = body.Elements("Object").Select(element => element.Element("Key")?.Value ?? throw S3Errors.MalformedXml()).ToArray();
        if (keys.Length is 0 or > MostAtOnce) throw S3Errors.MalformedXml();
        var quiet = body.Element("Quiet")?.Value == "true";
        return S3Xml.Answer(new XElement("DeleteResult", keys.Select(key => DeleteOne(request, key, quiet))));
    }

    private XElement? DeleteOne(S3Request request, string key, bool quiet)
    {
        if (!access.Allows(request, request.Bucket, key, "s3:DeleteObject"))
            return new("Error", new XElement("Key", key), new XElement("Code", "AccessDenied"), new XElement("Message", "Access Denied"));
        context.Objects.Delete(request.Bucket.Name, key);
        return quiet ? null : new("Deleted", new XElement("Key", key));
    }
}
