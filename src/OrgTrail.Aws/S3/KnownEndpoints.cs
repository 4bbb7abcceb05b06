using System.Collections.Concurrent;
using Amazon.Runtime.Endpoints;

namespace OrgTrail.Aws.S3;

/// <summary>
/// The SDK works out a bucket's address anew for every request, by rules of a thousand lines: a quarter of what a request
/// costs. It is always the same, so it is remembered.
/// </summary>
/// <param name="rules">The SDK's rules.</param>
internal sealed class KnownEndpoints(IEndpointProvider rules) : IEndpointProvider
{
    // What differs between the requests of one client, and counts in the rules (botocore: s3, endpoint-rule-set-1).
    private static readonly string[] Deciding = ["Bucket", "DisableAccessPoints", "DisableS3ExpressSessionAuth", "UseS3ExpressControlEndpoint"];

    private readonly ConcurrentDictionary<string, Endpoint> _known = new(StringComparer.Ordinal);

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var known = _known.GetOrAdd(string.Join('\n', Deciding.Select(name => parameters[name])), (_, asked) => rules.ResolveEndpoint(asked), parameters);
        // One for each request: the SDK appends a slash to the URL, and of two requests side by side each would append its own.
        return new(known.URL) { Attributes = known.Attributes, Headers = known.Headers };
    }
}
