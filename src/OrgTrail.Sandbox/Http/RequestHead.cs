using System.Globalization;

namespace OrgTrail.Sandbox.Http;

/// <summary>A request without its body.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">Behind the host, still percent-encoded, without the query.</param>
/// <param name="Query">Behind the question mark, still percent-encoded; empty for none.</param>
/// <param name="IsHttp11">Whether it is HTTP/1.1, otherwise 1.0.</param>
/// <param name="Headers">Names in any case.</param>
internal sealed record RequestHead(string Method, string Path, string Query, bool IsHttp11, Dictionary<string, string> Headers)
{
    /// <summary>Whether the client wants to send more requests on this connection.</summary>
    public bool KeepsAlive => Has("Connection", "close") ? false : IsHttp11 || Has("Connection", "keep-alive");

    /// <summary>Whether the client waits for leave to send the body.</summary>
    public bool ExpectsContinue => IsHttp11 && Has("Expect", "100-continue");

    /// <summary>Whether the body comes in chunks.</summary>
    /// <exception cref="Protocol.AwsErrorException">It comes in an encoding unknown here.</exception>
    public bool IsChunked
    {
        get
        {
            if (!Headers.TryGetValue("Transfer-Encoding", out var encoding)) return false;
            if (!encoding.Equals("chunked", StringComparison.OrdinalIgnoreCase))
                throw BadRequest.Because("the only transfer encoding known here is chunked");
            // RFC 9112, section 6.3: both together are an attempt to smuggle a request.
            return Headers.ContainsKey("Content-Length")
                ? throw BadRequest.Because("it has both Content-Length and Transfer-Encoding")
                : true;
        }
    }

    /// <summary>Bytes of the body, unless it comes in chunks.</summary>
    /// <exception cref="Protocol.AwsErrorException">The header is no number.</exception>
    public long ContentLength => !Headers.TryGetValue("Content-Length", out var text)
        ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw BadRequest.Because("its Content-Length is no number");

    /// <summary>The whole request.</summary>
    public HttpRequest With(ReadOnlyMemory<byte> body) => new(Method, Path, Query, Headers, body);

    private bool Has(string name, string value) =>
        Headers.TryGetValue(name, out var values) && values.Contains(value, StringComparison.OrdinalIgnoreCase);
}
