namespace OrgTrail.Sandbox.Storage;

/// <summary>
/// The objects of one bucket in the order of their keys' bytes. Thread-safe. The current versions are one set, which is all
/// that a bucket without versions has; older versions and delete markers lie beside it.
/// </summary>
internal sealed class BucketIndex
{
    private static readonly Comparer<IndexEntry> ByKey =
        Comparer<IndexEntry>.Create((x, y) => x.Key.AsSpan().SequenceCompareTo(y.Key));

    private static readonly Comparer<VersionStack> ByStackKey =
        Comparer<VersionStack>.Create((x, y) => x.Key.AsSpan().SequenceCompareTo(y.Key));

    private readonly object _lock = new();
    private readonly SortedSet<IndexEntry> _current = new(ByKey);
    private readonly SortedSet<VersionStack> _older = new(ByStackKey);

    /// <summary>What all entries take in memory.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
                return _current.Sum(entry => entry.Bytes) + _older.Sum(stack => stack.Versions.Sum(version => version.Bytes));
        }
    }

    /// <summary>Puts an entry in the place of the current version, whose id stays.</summary>
    /// <returns>By how many bytes the index grew.</returns>
    public int Set(IndexEntry entry)
    {
        lock (_lock)
        {
            // A set keeps the element that it has.
            if (_current.Add(entry)) return entry.Bytes;
            _ = _current.TryGetValue(entry, out var replaced);
            _current.Remove(entry);
            _current.Add(replaced is VersionEntry { Number: var number } ? VersionEntry.Of(entry, number) : entry);
            return 0;
        }
    }

    /// <summary>Puts a version or a delete marker on top of those that are there; one without an id takes the place of the other one without.</summary>
    /// <returns>By how many bytes the index grew.</returns>
    public int Push(IndexEntry entry)
    {
        lock (_lock)
        {
            var replaced = entry.Version == 0 ? Take(entry, 0) : null;
            if (_current.TryGetValue(entry, out var below))
            {
                _current.Remove(below);
                StackOf(entry).Versions.Insert(0, below);
            }

            if (entry.IsDeleteMarker) StackOf(entry).Versions.Insert(0, entry);
            else _current.Add(entry);
            return replaced is null ? entry.Bytes : 0;
        }
    }

    /// <summary>The current version; <see langword="null"/> where there is none, or a delete marker.</summary>
    public IndexEntry? Find(string key)
    {
        var probe = IndexEntry.Probe(key);
        lock (_lock)
            return _current.TryGetValue(probe, out var found) ? found : null;
    }

    /// <summary>All versions of a key, the newest first.</summary>
    public IReadOnlyList<IndexEntry> Versions(string key)
    {
        var probe = IndexEntry.Probe(key);
        lock (_lock)
            return [.. VersionsOf(probe)];
    }

    /// <summary>Removes a version; the one below it comes up.</summary>
    /// <param name="key">The key.</param>
    /// <param name="version">Which; <see langword="null"/> for the newest.</param>
    /// <returns>What was removed.</returns>
    public IndexEntry? Remove(string key, long? version)
    {
        var probe = IndexEntry.Probe(key);
        lock (_lock)
        {
            var taken = Take(probe, version);
            if (taken is not null) Promote(probe);
            return taken;
        }
    }

    /// <summary>Puts a changed version in the place of what it was.</summary>
    /// <returns>Whether it is still there.</returns>
    public bool Change(IndexEntry changed)
    {
        lock (_lock)
        {
            if (_current.TryGetValue(changed, out var current) && current.Version == changed.Version)
            {
                _current.Remove(current);
                return _current.Add(changed);
            }

            var place = _older.TryGetValue(new VersionStack(changed.Key), out var stack) ? stack.Versions.FindIndex(version => version.Version == changed.Version) : -1;
            if (place >= 0) stack!.Versions[place] = changed;
            return place >= 0;
        }
    }

    /// <summary>The current versions in order.</summary>
    public IEnumerable<IndexEntry> List(byte[] prefix, byte[] after) => KeyPages.List(prefix, after, Page, entry => entry.Key);

    /// <summary>All versions of each key, the newest first, in the order of keys.</summary>
    public IEnumerable<IReadOnlyList<IndexEntry>> ListVersions(byte[] prefix, byte[] after) =>
        KeyPages.List(prefix, after, VersionPage, versions => versions[0].Key);

    private List<IndexEntry> Page(byte[] from, int size)
    {
        lock (_lock)
            return From(_current, IndexEntry.Probe("") with { Key = from }, size);
    }

    private List<IReadOnlyList<IndexEntry>> VersionPage(byte[] from, int size)
    {
        lock (_lock)
        {
            var keys = From(_current, IndexEntry.Probe("") with { Key = from }, size)
                .Concat(From(_older, new VersionStack(from), size).Select(stack => stack.Versions[0]))
                .DistinctBy(entry => entry.Key, KeyEquality.Instance)
                .Order(ByKey)
                .Take(size);
            return [.. keys.Select(entry => (IReadOnlyList<IndexEntry>)[.. VersionsOf(entry)])];
        }
    }

    private static List<T> From<T>(SortedSet<T> set, T from, int size) =>
        set.Max is { } last && set.Comparer.Compare(from, last) <= 0 ? [.. set.GetViewBetween(from, last).Take(size)] : [];

    private IEnumerable<IndexEntry> VersionsOf(IndexEntry probe)
    {
        if (_current.TryGetValue(probe, out var current)) yield return current;
        foreach (var older in _older.TryGetValue(new VersionStack(probe.Key), out var stack) ? stack.Versions : [])
            yield return older;
    }

    private IndexEntry? Take(IndexEntry probe, long? version)
    {
        if (_current.TryGetValue(probe, out var current) && (version ?? current.Version) == current.Version)
        {
            _current.Remove(current);
            return current;
        }

        if (!_older.TryGetValue(new VersionStack(probe.Key), out var stack)) return null;
        var place = version is null ? 0 : stack.Versions.FindIndex(older => older.Version == version);
        if (place < 0) return null;
        var taken = stack.Versions[place];
        stack.Versions.RemoveAt(place);
        if (stack.Versions.Count == 0) _older.Remove(stack);
        return taken;
    }

    private void Promote(IndexEntry probe)
    {
        if (_current.Contains(probe) || !_older.TryGetValue(new VersionStack(probe.Key), out var stack) || stack.Versions[0].IsDeleteMarker) return;
        _current.Add(stack.Versions[0]);
        stack.Versions.RemoveAt(0);
        if (stack.Versions.Count == 0) _older.Remove(stack);
    }

    private VersionStack StackOf(IndexEntry entry)
    {
        var stack = new VersionStack(entry.Key);
        if (_older.TryGetValue(stack, out var known)) return known;
        _older.Add(stack);
        return stack;
    }
}
