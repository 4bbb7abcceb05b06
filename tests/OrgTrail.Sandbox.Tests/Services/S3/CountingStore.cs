using OrgTrail.Sandbox.Storage;

namespace OrgTrail.Sandbox.Tests.Services.S3;

/// <summary>Counts the objects that listings look at.</summary>
internal sealed class CountingStore(IObjectStore store) : IObjectStore
{
    public int Seen { get; private set; }

    public StoredObject Put(
        string bucket, string key, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> headers, DateTimeOffset lastModified, string? eTag = null) =>
        store.Put(bucket, key, content, headers, lastModified, eTag);

    public StoredObject? Find(string bucket, string key) => store.Find(bucket, key);

    public ReadOnlyMemory<byte> Read(StoredObject stored) => store.Read(stored);

    public void Read(StoredObject stored, long start, Span<byte> target) => store.Read(stored, start, target);

    public IEnumerable<StoredObject> List(string bucket, string prefix, string after) => store.List(bucket, prefix, after).Select(Count);

    public bool Delete(string bucket, string key) => store.Delete(bucket, key);

    public StoredObject Push(StoredObject stored, ReadOnlyMemory<byte>? content, bool hasId) => store.Push(stored, content, hasId);

    public IReadOnlyList<StoredObject> Versions(string bucket, string key) => store.Versions(bucket, key);

    public IEnumerable<IReadOnlyList<StoredObject>> ListVersions(string bucket, string prefix, string after) => store.ListVersions(bucket, prefix, after);

    public void Change(StoredObject stored, IReadOnlyDictionary<string, string> headers) => store.Change(stored, headers);

    public bool DeleteVersion(string bucket, string key, string versionId) => store.DeleteVersion(bucket, key, versionId);

    private StoredObject Count(StoredObject stored)
    {
        Seen++;
        return stored;
    }
}
