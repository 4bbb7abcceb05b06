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

    /// <summary>Stores a version on top of those that are there; one without an id takes the place of the other one without.</summary>
    /// <param name="stored">Bucket, key, headers and time; the ETag of an upload in parts, or an empty one.</param>
    /// <param name="content">The bytes; <see langword="null"/> for a delete marker.</param>
    /// <param name="hasId">Whether it gets an id of its own.</param>
    StoredObject Push(StoredObject stored, ReadOnlyMemory<byte>? content, bool hasId);

    /// <summary>All versions of an object, delete markers among them, the newest first.</summary>
    IReadOnlyList<StoredObject> Versions(string bucket, string key);

    /// <summary>The same of all objects, in the order of their keys.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="prefix">What keys begin with; empty for all.</param>
    /// <param name="after">The key behind which to begin; empty for the first.</param>
    IEnumerable<IReadOnlyList<StoredObject>> ListVersions(string bucket, string prefix, string after);

    /// <summary>Gives a version other headers.</summary>
    void Change(StoredObject stored, IReadOnlyDictionary<string, string> headers);

    /// <summary>Removes a version for good, if there is one.</summary>
    /// <returns>Whether there was one.</returns>
    bool DeleteVersion(string bucket, string key, string versionId);

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

    /// <summary>Removes the newest version of an object, if there is one.</summary>
    /// <returns>Whether there was one.</returns>
    bool Delete(string bucket, string key);
}
