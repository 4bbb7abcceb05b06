using System.Buffers;
using System.Globalization;
using System.Net;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Http;

/// <summary>
/// Refuses what a web page in a browser of this machine might send: the sandbox checks no signature, so that its address
/// alone would let every page in. A page that has made its own name lead to loopback (DNS rebinding) shows by the Host, any
/// other by what browsers say about where a request comes from.
/// </summary>
/// <param name="inner">What answers the others.</param>
/// <param name="port">The port on which this server listens.</param>
internal sealed class LoopbackOnly(IHttpHandler inner, Func<int> port) : IHttpHandler
{
    private const string Name = "localhost";

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <inheritdoc/>
    public HttpAnswer Answer(HttpRequest request) =>
        Fault(request) is { } refusal ? new(inner.Refuse(request, refusal)) : inner.Answer(request);

    /// <inheritdoc/>
    public HttpResponse Refuse(HttpRequest? request, AwsErrorException refusal) => inner.Refuse(request, refusal);

    /// <inheritdoc/>
    public void Report(Exception unexpected) => inner.Report(unexpected);

    private AwsErrorException? Fault(HttpRequest request)
    {
        var host = request.Header("Host");
        if (host is null || !IsOwn(host))
            return new("ForeignHost", $"The sandbox answers to localhost, 127.0.0.1, [::1] and names below localhost, with port {port().ToString(CultureInfo.InvariantCulture)}; not to '{host}'.", 421);
        if (request.Header("Origin") is { } origin && !origin.Equals($"http://{host}", StringComparison.OrdinalIgnoreCase))
            return new("ForeignOrigin", $"The sandbox takes no requests of web pages from elsewhere; this one is from '{origin}'.", 403);
        // Fetch Metadata: sent by browsers also where there is no Origin, as for an image.
        return request.Header("Sec-Fetch-Site") is { } site && site is not ("same-origin" or "none")
            ? new("ForeignOrigin", "The sandbox takes no requests of web pages from elsewhere.", 403)
            : null;
    }

    private bool IsOwn(string host)
    {
        var colon = host.LastIndexOf(':');
        // Without a port it is HTTP's own.
        var (name, itsPort) = colon < 0 || host.EndsWith(']') ? (host, "80") : (host[..colon], host[(colon + 1)..]);
        return int.TryParse(itsPort, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == port() && IsLoopback(name);
    }

    // RFC 6761, section 6.3: browsers resolve localhost and all names below it to loopback, whatever DNS says.
    private static bool IsLoopback(string name) =>
        name.Equals(Name, StringComparison.OrdinalIgnoreCase)
        || (name.EndsWith("." + Name, StringComparison.OrdinalIgnoreCase) && !name.AsSpan().ContainsAnyExcept(NameCharacters))
        || (name.StartsWith('[') || (name.Length > 0 && char.IsAsciiDigit(name[0]))) && IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address);
}
