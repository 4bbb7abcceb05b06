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
    private readonly Spool _spool = new();
    private readonly HeaderSets _headers;
    private readonly ConcurrentDictionary<string, BucketIndex> _buckets = new(StringComparer.Ordinal);

    /// <summary>Creates a store without objects.</summary>
    public ObjectStore() => _headers = new(_spool);

    /// <summary>The folder of the files, for tests; where the system allows it, it is gone already while they are in use.</summary>
    internal string Folder => _spool.Folder;

    /// <inheritdoc/>
    public StoredObject Put(
        string bucket, string key, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> headers, DateTimeOffset lastModified, string? eTag = null)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var entry = new IndexEntry(
            Encoding.UTF8.GetBytes(key),
            _spool.Append(content.Span),
            content.Length,
            eTag is null ? EntityTag.Of(content.Span) : EntityTag.Parse(eTag),
            lastModified.UtcTicks,
            _headers.Keep(headers));
        _buckets.GetOrAdd(bucket, _ => new()).Set(entry);
        return entry.ToObject(bucket);
    }

    /// <inheritdoc/>
    public StoredObject? Find(string bucket, string key) =>
        _buckets.TryGetValue(bucket, out var index) ? index.Find(key)?.ToObject(bucket) : null;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Read(StoredObject stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return _spool.Read(stored.Position, (int)stored.Length);
    }

    /// <inheritdoc/>
    public IEnumerable<StoredObject> List(string bucket, string prefix, string after) =>
        _buckets.TryGetValue(bucket, out var index)
            ? index.List(Encoding.UTF8.GetBytes(prefix), Encoding.UTF8.GetBytes(after)).Select(entry => entry.ToObject(bucket))
            : [];

    /// <inheritdoc/>
    public bool Delete(string bucket, string key) => _buckets.TryGetValue(bucket, out var index) && index.Remove(key);

    /// <summary>Removes all objects of a bucket.</summary>
    public void DeleteAll(string bucket) => _buckets.TryRemove(bucket, out _);

    /// <summary>Removes all objects, parts of uploads among them.</summary>
    public void Clear() => _buckets.Clear();

    /// <summary>Removes the files. Objects cannot be read any more.</summary>
    public void Dispose() => _spool.Dispose();
}
