namespace OrgTrail.Sandbox.Storage;

/// <summary>The objects of all buckets. Thread-safe, without the state's gate: reading an object never waits for a call.</summary>
public interface IObjectStore
{
    /// <summary>Stores an object; one of that key is replaced.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="key">The key; any text, never a path of the file system.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="headers">What a read gives back: Content-Type, Content-Encoding, x-amz-meta-*, x-amz-server-side-encryption, …; names in lower case.</param>
    /// <param name="lastModified">When.</param>
    /// <param name="eTag">The ETag of an object that was uploaded in parts; <see langword="null"/> for the MD5 of the bytes.</param>
    StoredObject Put(
        string bucket, string key, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> headers, DateTimeOffset lastModified, string? eTag = null);

    /// <summary>An object; <see langword="null"/> when there is none.</summary>
    StoredObject? Find(string bucket, string key);

    /// <summary>The bytes of an object, as they were when it was found, even if it has been replaced or deleted since.</summary>
    ReadOnlyMemory<byte> Read(StoredObject stored);

    /// <summary>Some of its bytes.</summary>
    /// <param name="stored">The object.</param>
    /// <param name="start">The first byte.</param>
    /// <param name="target">Where to put them, as many as fit; the object has so many.</param>
    void Read(StoredObject stored, long start, Span<byte> target);

    /// <summary>Objects in the order of their keys' UTF-8 bytes, lazily.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="prefix">What keys begin with; empty for all.</param>
    /// <param name="after">The key behind which to begin; empty for the first.</param>
    IEnumerable<StoredObject> List(string bucket, string prefix, string after);

    /// <summary>Removes an object, if there is one.</summary>
    /// <returns>Whether there was one.</returns>
    bool Delete(string bucket, string key);
}
