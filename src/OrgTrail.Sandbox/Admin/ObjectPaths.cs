using System.Text.Json;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Admin;

/// <summary>The bodies and the answers of the paths <c>objects</c> and <c>objects/move</c>.</summary>
internal sealed class ObjectPaths(SandboxObjects objects)
{
    /// <summary>The object that the query names, its bytes in base64; the keys of the bucket when it names none.</summary>
    public object Get(HttpRequest request)
    {
        var query = FormText.Parse(request.Query);
        var bucket = query.GetValueOrDefault("Bucket") ?? throw new JsonException("The query names no Bucket.");
        return query.TryGetValue("Key", out var key)
            ? new { Bucket = bucket, Key = key, Content = objects.Read(bucket, key), Headers = objects.Headers(bucket, key) }
            : new { Bucket = bucket, Keys = objects.List(bucket, query.GetValueOrDefault("Prefix", "")) };
    }

    public void Put(Writing body) => objects.Write(body.Bucket, body.Key, body.Content, body.Headers, body.LastModified);

    public void Delete(Naming body) => objects.Remove(body.Bucket, body.Key);

    public void Move(Moving body) => objects.Move(body.Bucket, body.Key, body.ToBucket ?? body.Bucket, body.ToKey);

    internal sealed record Naming
    {
        public required string Bucket { get; init; }

        public required string Key { get; init; }
    }

    internal sealed record Writing
    {
        public required string Bucket { get; init; }

        public required string Key { get; init; }

        public byte[]? Content { get; init; }

        public Dictionary<string, string?>? Headers { get; init; }

        public DateTimeOffset? LastModified { get; init; }
    }

    internal sealed record Moving
    {
        public required string Bucket { get; init; }

        public required string Key { get; init; }

        public string? ToBucket { get; init; }

        public required string ToKey { get; init; }
    }
}
