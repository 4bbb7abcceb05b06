namespace OrgTrail.Sandbox.Storage;

/// <summary>An object as the store knows it, without its bytes.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">The key.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ETag">The MD5 of the bytes in lower-case hex, without quotes; of an upload in parts that of the parts' MD5s, with <c>-</c> and their number.</param>
/// <param name="LastModified">When it was stored.</param>
/// <param name="Headers">What a read gives back; names in lower case.</param>
public sealed record StoredObject(
    string Bucket, string Key, long Length, string ETag, DateTimeOffset LastModified, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The version's id; <c>null</c>, the text, for one that was written while the bucket was not versioned.</summary>
    public string VersionId { get; init; } = VersionText.Null;

    /// <summary>Whether it only says that the object was deleted.</summary>
    public bool IsDeleteMarker { get; init; }

    /// <summary>Whether it is the newest version.</summary>
    public bool IsLatest { get; init; }

    /// <summary>Where the store has the bytes.</summary>
    internal long Position { get; init; }
}
