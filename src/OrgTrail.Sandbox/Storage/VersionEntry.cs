namespace OrgTrail.Sandbox.Storage;

/// <summary>A version with an id of its own. Buckets that were never versioned have none, and pay for none.</summary>
/// <param name="Key">The key in UTF-8.</param>
/// <param name="Position">Where its bytes begin in the spool.</param>
/// <param name="Length">Bytes; negative for a delete marker.</param>
/// <param name="ETag">The entity tag.</param>
/// <param name="LastModifiedTicks">When it was stored, in ticks of UTC.</param>
/// <param name="Headers">What a read gives back.</param>
/// <param name="Number">Which version it is.</param>
internal sealed record VersionEntry(
    byte[] Key, long Position, int Length, EntityTag ETag, long LastModifiedTicks, IReadOnlyDictionary<string, string> Headers, long Number)
    : IndexEntry(Key, Position, Length, ETag, LastModifiedTicks, Headers)
{
    public override long Version => Number;

    /// <summary>The same entry as a version of that number.</summary>
    public static VersionEntry Of(IndexEntry entry, long number) =>
        new(entry.Key, entry.Position, entry.Length, entry.ETag, entry.LastModifiedTicks, entry.Headers, number);
}
