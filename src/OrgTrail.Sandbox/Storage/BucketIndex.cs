namespace OrgTrail.Sandbox.Storage;

/// <summary>The objects of one bucket in the order of their keys' bytes. Thread-safe.</summary>
internal sealed class BucketIndex
{
    // The first page is small, since a listing with a delimiter leaves it at once; the later ones make up for it.
    private const int SmallestPage = 16;
    private const int LargestPage = 1024;
    private static readonly Comparer<IndexEntry> ByKey =
        Comparer<IndexEntry>.Create((x, y) => x.Key.AsSpan().SequenceCompareTo(y.Key));

    private readonly object _lock = new();
    private readonly SortedSet<IndexEntry> _entries = new(ByKey);

    /// <summary>What all entries take in memory.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
                return _entries.Sum(entry => entry.Bytes);
        }
    }

    /// <returns>Whether there was one of this key before.</returns>
    public bool Set(IndexEntry entry)
    {
        lock (_lock)
        {
            // A set keeps the element that it has.
            if (_entries.Add(entry)) return false;
            _entries.Remove(entry);
            _entries.Add(entry);
            return true;
        }
    }

    public IndexEntry? Find(string key)
    {
        var probe = IndexEntry.Probe(key);
        lock (_lock)
            return _entries.TryGetValue(probe, out var found) ? found : null;
    }

    public bool Remove(string key)
    {
        var probe = IndexEntry.Probe(key);
        lock (_lock)
            return _entries.Remove(probe);
    }

    /// <summary>Goes on from the last key of one page to the next, so that writers never wait for a reader.</summary>
    public IEnumerable<IndexEntry> List(byte[] prefix, byte[] after)
    {
        var probe = IndexEntry.Probe("") with { Key = prefix.AsSpan().SequenceCompareTo(after) > 0 ? prefix : after };
        var inclusive = !ReferenceEquals(probe.Key, after);
        for (var size = SmallestPage; ; size = Math.Min(2 * size, LargestPage))
        {
            var page = Page(probe, size);
            foreach (var entry in page)
            {
                if (!entry.Key.AsSpan().StartsWith(prefix)) yield break;
                if (inclusive || ByKey.Compare(entry, probe) != 0)
                    yield return entry;
            }

            if (page.Count < size) yield break;
            (probe, inclusive) = (page[^1], false);
        }
    }

    private List<IndexEntry> Page(IndexEntry from, int size)
    {
        lock (_lock)
        {
            return _entries.Max is { } last && ByKey.Compare(from, last) <= 0
                ? [.. _entries.GetViewBetween(from, last).Take(size)]
                : [];
        }
    }
}
