namespace OrgTrail.Sandbox.Http;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">Behind the host, still percent-encoded, without the query.</param>
/// <param name="Query">Behind the question mark, still percent-encoded; empty for none.</param>
/// <param name="Headers">Names in any case; of a name given twice, the values joined by a comma.</param>
/// <param name="Body">The whole body, chunked encodings of HTTP and of AWS taken off.</param>
public sealed record HttpRequest(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>A header's value; <see langword="null"/> when it was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
