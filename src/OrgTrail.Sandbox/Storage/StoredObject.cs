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
    /// <summary>Where the store has the bytes.</summary>
    internal long Position { get; init; }
}
