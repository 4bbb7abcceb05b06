using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The tags of objects, given with an upload or put later: ten at most (Amazon S3 user guide, "Categorizing your storage using tags").</summary>
internal sealed class ObjectTags(SandboxContext context, ObjectReads reads)
{
    public const string Header = "x-amz-tagging";
    private const int Most = 10;

    /// <summary>The tags of a version.</summary>
    public static IReadOnlyDictionary<string, string> Of(StoredObject stored) =>
        stored.Headers.TryGetValue(HiddenHeaders.Tags, out var text) ? FormText.Parse(text) : HeaderSets.None;

    /// <summary>Keeps what a request's header gives along.</summary>
    public static void Keep(S3Request request, Dictionary<string, string> headers)
    {
        if (request.Header(Header) is not { Length: > 0 } text) return;
        Set(headers, BucketTags.Checked(FormText.Parse(text), Most));
    }

    public HttpResponse Get(S3Request request) => S3Xml.Answer(BucketTags.ToXml(Of(reads.Find(request))));

    public HttpResponse Put(S3Request request) => Changed(request, 200, BucketTags.Read(S3Xml.Read(request.Body, "Tagging"), Most));

    public HttpResponse Delete(S3Request request) => Changed(request, 204, HeaderSets.None);

    private HttpResponse Changed(S3Request request, int status, IReadOnlyDictionary<string, string> tags)
    {
        var stored = reads.Find(request);
        var headers = new Dictionary<string, string>(stored.Headers, StringComparer.Ordinal);
        Set(headers, tags);
        context.Objects.Change(stored, headers);
        return ObjectReads.WithVersion(HttpResponse.Empty(status), request, stored);
    }

    private static void Set(Dictionary<string, string> headers, IReadOnlyDictionary<string, string> tags)
    {
        headers.Remove(HiddenHeaders.Tags);
        if (tags.Count > 0)
            headers[HiddenHeaders.Tags] = string.Join('&', tags.Select(tag => $"{Uri.EscapeDataString(tag.Key)}={Uri.EscapeDataString(tag.Value)}"));
    }
}
