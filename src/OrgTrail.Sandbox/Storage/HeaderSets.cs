using System.Collections.Concurrent;
using System.Text;

namespace OrgTrail.Sandbox.Storage;

/// <summary>
/// Keeps the headers of objects out of the way: objects with the same few headers share one dictionary, all others leave
/// theirs in the spool, where a digest's signature takes no memory.
/// </summary>
internal sealed class HeaderSets(Spool spool)
{
    // Enough for every mix of Content-Type, Content-Encoding and encryption; signatures are longer.
    private const int MostShared = 1_000;
    private const int LongestShared = 256;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _shared = new(StringComparer.Ordinal);

    /// <summary>No headers.</summary>
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    /// <summary>The same headers, in little memory.</summary>
    public IReadOnlyDictionary<string, string> Keep(IReadOnlyDictionary<string, string> headers)
    {
        if (headers.Count == 0) return None;
        var text = Write(headers);
        if (_shared.TryGetValue(text, out var known)) return known;
        if (text.Length <= LongestShared && _shared.Count < MostShared)
            return _shared.GetOrAdd(text, Read);
        var bytes = Encoding.UTF8.GetBytes(text);
        return new SpooledHeaders(spool, spool.Append(bytes), bytes.Length);
    }

    /// <summary>Reads headers as they stand in the spool.</summary>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        var parts = text.Split('\0');
        return Enumerable.Range(0, parts.Length / 2).ToDictionary(i => parts[2 * i], i => parts[(2 * i) + 1], StringComparer.Ordinal);
    }

    // No header has a NUL (RFC 9110, section 5.5).
    private static string Write(IReadOnlyDictionary<string, string> headers) =>
        string.Join('\0', headers.OrderBy(header => header.Key, StringComparer.Ordinal).SelectMany(header => new[] { header.Key, header.Value }));
}
