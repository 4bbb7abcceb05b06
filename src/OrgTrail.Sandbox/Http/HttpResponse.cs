using System.Text;

namespace OrgTrail.Sandbox.Http;

/// <summary>An answer.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Headers">All but Content-Length, Date and Connection, which the server sets.</param>
/// <param name="Body">The body.</param>
public sealed record HttpResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The Content-Length of an answer to HEAD, which has no body; <see langword="null"/> for the length of <see cref="Body"/>.</summary>
    public long? DeclaredLength { get; init; }

    /// <summary>A large body in the place of <see cref="Body"/>, which is empty then; <see langword="null"/> when there is none.</summary>
    internal BodySource? Source { get; init; }

    /// <summary>An answer with a text.</summary>
    public static HttpResponse Text(int status, string contentType, string text) =>
        new(status, [new("Content-Type", contentType)], Encoding.UTF8.GetBytes(text));

    /// <summary>An answer without a body.</summary>
    public static HttpResponse Empty(int status) => new(status, [], ReadOnlyMemory<byte>.Empty);

    /// <summary>The same with one header more.</summary>
    public HttpResponse With(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };
}
