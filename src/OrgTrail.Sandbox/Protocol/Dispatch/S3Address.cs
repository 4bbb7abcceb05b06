using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Protocol.Dispatch;

/// <summary>
/// Turns virtual-host style into path style, so that the service need know one of them only: <c>bucket.s3.localhost</c>,
/// <c>bucket.s3.eu-west-1.localhost</c> and <c>bucket.localhost</c> (the AWS SDKs put the bucket before any endpoint's host).
/// </summary>
internal static class S3Address
{
    private const string Suffix = ".localhost";

    /// <summary>The bucket in the host's name; <see langword="null"/> when the path names it.</summary>
    public static string? BucketOf(HttpRequest request)
    {
        var host = request.Header("Host").AsSpan();
        if (host.LastIndexOf(':') is >= 0 and var colon && !host.EndsWith("]")) host = host[..colon];
        if (!host.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)) return null;
        var name = host[..^Suffix.Length].ToString().ToLowerInvariant();
        var labels = name.Split('.');
        var service = Array.LastIndexOf(labels, "s3");
        return service switch
        {
            0 when labels.Length <= 2 => null,
            > 0 when service >= labels.Length - 2 => string.Join('.', labels[..service]),
            _ => name,
        };
    }

    /// <summary>The same request in path style.</summary>
    public static HttpRequest ToPathStyle(HttpRequest request)
    {
        if (BucketOf(request) is not { } bucket) return request;
        var headers = new Dictionary<string, string>(request.Headers, StringComparer.OrdinalIgnoreCase) { ["Host"] = "localhost" };
        return request with { Path = $"/{bucket}{request.Path}", Headers = headers };
    }
}
