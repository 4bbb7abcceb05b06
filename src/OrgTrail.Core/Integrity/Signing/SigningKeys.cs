using System.Collections.Concurrent;
using OrgTrail.Ports;

namespace OrgTrail.Integrity;

/// <summary>
/// The keys that digests were signed with. Each Region has its own, and they are asked for in the Region that delivers; one
/// that is not among them is looked for once more, since windows overlap and a rotation may fall on the end of the range.
/// </summary>
/// <param name="evidence">Where keys come from.</param>
/// <param name="from">The beginning of what is to be proved.</param>
/// <param name="to">Its end.</param>
internal sealed class SigningKeys(IEvidence evidence, DateTimeOffset from, DateTimeOffset to) : IDisposable
{
    // A digest is signed up to two hours behind its end (AWS CLI, validate-logs); a late one by the key of its own time.
    private static readonly TimeSpan Margin = TimeSpan.FromHours(2);
    private static readonly TimeSpan Wide = TimeSpan.FromDays(45);

    private readonly ConcurrentDictionary<string, Lazy<Task<Found>>> _regions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Region, string Fingerprint), Lazy<Task<Found>>> _second = new();
    private readonly ConcurrentDictionary<(string Region, string Fingerprint), SigningKey> _used = new();

    /// <summary>The keys that signed something.</summary>
    public IEnumerable<(string Region, DigestKey Key)> Used => _used.Select(used => (used.Key.Region, used.Value.Key));

    /// <summary>Finds a key.</summary>
    /// <param name="region">The Region that delivered the digest.</param>
    /// <param name="fingerprint">By what the digest names it.</param>
    /// <param name="end">The end of the digest's time.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <returns>The key; when there is none, the refusal that kept it from being seen, if one did.</returns>
    public async Task<(SigningKey? Key, Problem? Refusal)> FindAsync(string region, string fingerprint, DateTimeOffset end, CancellationToken cancellation)
    {
        var first = await Once(_regions, region, () => ReadAsync(region, from - Margin, to + Margin, cancellation)).ConfigureAwait(false);
        var found = first.Keys.GetValueOrDefault(fingerprint);
        if (found is null && first.Refusal is null)
        {
            var second = await Once(_second, (region, fingerprint), () => ReadAsync(region, end - Wide, end + Wide, cancellation)).ConfigureAwait(false);
            (found, first) = (second.Keys.GetValueOrDefault(fingerprint), second);
        }

        return found is null ? (null, first.Refusal) : (_used.GetOrAdd((region, fingerprint), found), null);
    }

    public void Dispose()
    {
        foreach (var read in _regions.Values.Concat(_second.Values))
            if (read is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var found } })
                foreach (var key in found.Keys.Values) key.Dispose();
    }

    private static Task<Found> Once<T>(ConcurrentDictionary<T, Lazy<Task<Found>>> known, T key, Func<Task<Found>> read)
        where T : notnull => known.GetOrAdd(key, _ => new(read)).Value;

    private async Task<Found> ReadAsync(string region, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.OrdinalIgnoreCase);
        try
        {
            await foreach (var key in evidence.ListPublicKeysAsync(region, start, end, cancellation).ConfigureAwait(false))
                if (!keys.ContainsKey(key.Fingerprint) && SigningKey.Open(key) is { } opened)
                    keys[key.Fingerprint] = opened;
            return new(keys, null);
        }
        catch (OrgTrailException refusal)
        {
            return new(keys, refusal.Problem);
        }
    }

    private sealed record Found(Dictionary<string, SigningKey> Keys, Problem? Refusal);
}
