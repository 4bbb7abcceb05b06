using System.Collections.Concurrent;
using System.Text;

namespace OrgTrail.Sandbox.Storage;

/// <summary>
/// Objects on disk, an index of them in memory. The bytes lie one behind the other in a file of a private folder, which
/// is gone with the store; the space of replaced and deleted objects is not used again. They are no part of the state
/// that is saved to a file: that holds buckets only.
/// </summary>
public sealed class ObjectStore : IObjectStore, IDisposable
{
    private readonly Spool _spool;
    private readonly HeaderSets _headers;
    private readonly long _mostIndexBytes;
    private long _indexBytes;
    private long _versions;
    private readonly ConcurrentDictionary<string, BucketIndex> _buckets = new(StringComparer.Ordinal);

    /// <summary>Creates a store without objects.</summary>
    public ObjectStore()
        : this(new SandboxLimits())
    {
    }

    /// <summary>Creates a store without objects.</summary>
    /// <param name="limits">How much it holds.</param>
    internal ObjectStore(SandboxLimits limits)
    {
        _spool = new(limits.ObjectBytes);
        _headers = new(_spool);
        _mostIndexBytes = limits.IndexBytes;
    }

    /// <summary>The folder of the files, for tests; where the system allows it, it is gone already while they are in use.</summary>
    internal string Folder => _spool.Folder;

    /// <inheritdoc/>
    public StoredObject Put(
        string bucket, string key, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> headers, DateTimeOffset lastModified, string? eTag = null)
    {
        ArgumentNullException.ThrowIfNull(headers);
        RequireRoom();
        var entry = new IndexEntry(
            Encoding.UTF8.GetBytes(key),
            _spool.Append(content.Span),
            content.Length,
            eTag is null ? EntityTag.Of(content.Span) : EntityTag.Parse(eTag),
            lastModified.UtcTicks,
            _headers.Keep(headers));
        Interlocked.Add(ref _indexBytes, IndexOf(bucket).Set(entry));
        return entry.ToObject(bucket, isLatest: true);
    }

    /// <inheritdoc/>
    public StoredObject Push(StoredObject stored, ReadOnlyMemory<byte>? content, bool hasId)
    {
        ArgumentNullException.ThrowIfNull(stored);
        RequireRoom();
        var (key, headers, ticks) = (Encoding.UTF8.GetBytes(stored.Key), _headers.Keep(stored.Headers), stored.LastModified.UtcTicks);
        var (position, length, tag) = content is { } bytes
            ? (_spool.Append(bytes.Span), bytes.Length, stored.ETag.Length == 0 ? EntityTag.Of(bytes.Span) : EntityTag.Parse(stored.ETag))
            : (0L, IndexEntry.OfDeleteMarker, default);
        var entry = new IndexEntry(key, position, length, tag, ticks, headers);
        if (hasId) entry = VersionEntry.Of(entry, Interlocked.Increment(ref _versions));
        Interlocked.Add(ref _indexBytes, IndexOf(stored.Bucket).Push(entry));
        return entry.ToObject(stored.Bucket, isLatest: true);
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredObject> Versions(string bucket, string key) =>
        _buckets.TryGetValue(bucket, out var index) ? Told(bucket, index.Versions(key)) : [];

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<StoredObject>> ListVersions(string bucket, string prefix, string after) =>
        _buckets.TryGetValue(bucket, out var index)
            ? index.ListVersions(Encoding.UTF8.GetBytes(prefix), Encoding.UTF8.GetBytes(after)).Select(versions => Told(bucket, versions))
            : [];

    /// <inheritdoc/>
    public void Change(StoredObject stored, IReadOnlyDictionary<string, string> headers)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (_buckets.TryGetValue(stored.Bucket, out var index) && Entry(index, stored.Key, stored.VersionId) is { } entry)
            index.Change(entry with { Headers = _headers.Keep(headers) });
    }

    /// <inheritdoc/>
    public bool DeleteVersion(string bucket, string key, string versionId) =>
        _buckets.TryGetValue(bucket, out var index) && Entry(index, key, versionId) is { } entry && Removed(index, key, entry.Version);

    /// <inheritdoc/>
    public StoredObject? Find(string bucket, string key) =>
        _buckets.TryGetValue(bucket, out var index) ? index.Find(key)?.ToObject(bucket, isLatest: true) : null;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Read(StoredObject stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return _spool.Read(stored.Position, (int)stored.Length);
    }

    /// <inheritdoc/>
    public void Read(StoredObject stored, long start, Span<byte> target)
    {
        ArgumentNullException.ThrowIfNull(stored);
        _spool.Read(stored.Position + start, target);
    }

    /// <inheritdoc/>
    public IEnumerable<StoredObject> List(string bucket, string prefix, string after) =>
        _buckets.TryGetValue(bucket, out var index)
            ? index.List(Encoding.UTF8.GetBytes(prefix), Encoding.UTF8.GetBytes(after)).Select(entry => entry.ToObject(bucket, isLatest: true))
            : [];

    /// <inheritdoc/>
    public bool Delete(string bucket, string key) => _buckets.TryGetValue(bucket, out var index) && Removed(index, key, version: null);

    /// <summary>Removes all objects of a bucket.</summary>
    public void DeleteAll(string bucket)
    {
        if (_buckets.TryRemove(bucket, out var index))
            Interlocked.Add(ref _indexBytes, -index.Bytes);
    }

    /// <summary>Removes all objects, parts of uploads among them.</summary>
    public void Clear()
    {
        foreach (var bucket in _buckets.Keys)
            DeleteAll(bucket);
    }

    /// <summary>Removes the files. Objects cannot be read any more.</summary>
    public void Dispose() => _spool.Dispose();

    private static IndexEntry? Entry(BucketIndex index, string key, string versionId) =>
        index.Versions(key).FirstOrDefault(version => VersionText.Of(version.Version) == versionId);

    private static StoredObject[] Told(string bucket, IReadOnlyList<IndexEntry> versions) =>
        [.. versions.Select((version, place) => version.ToObject(bucket, isLatest: place == 0))];

    private BucketIndex IndexOf(string bucket) => _buckets.GetOrAdd(bucket, _ => new());

    private bool Removed(BucketIndex index, string key, long? version)
    {
        if (index.Remove(key, version) is not { } removed) return false;
        Interlocked.Add(ref _indexBytes, -removed.Bytes);
        return true;
    }

    private void RequireRoom()
    {
        if (Interlocked.Read(ref _indexBytes) > _mostIndexBytes)
            throw SandboxLimits.Full($"the keys of all objects take {_mostIndexBytes / (1024 * 1024)} MB of memory");
    }
}
