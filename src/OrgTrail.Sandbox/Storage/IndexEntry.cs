using System.Text;

namespace OrgTrail.Sandbox.Storage;

/// <summary>A version of an object in the index of its bucket: small, since a bucket may have very many.</summary>
/// <param name="Key">The key in UTF-8.</param>
/// <param name="Position">Where its bytes begin in the spool.</param>
/// <param name="Length">Bytes; negative for a delete marker.</param>
/// <param name="ETag">The entity tag.</param>
/// <param name="LastModifiedTicks">When it was stored, in ticks of UTC.</param>
/// <param name="Headers">What a read gives back.</param>
internal record IndexEntry(
    byte[] Key, long Position, int Length, EntityTag ETag, long LastModifiedTicks, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The length by which a delete marker is known.</summary>
    public const int OfDeleteMarker = -1;

    private const int Overhead = 250;

    /// <summary>Which version it is; 0 for the one that was written while the bucket was not versioned.</summary>
    public virtual long Version => 0;

    public bool IsDeleteMarker => Length < 0;

    /// <summary>An entry to look for another by its key.</summary>
    public static IndexEntry Probe(string key) => new(Encoding.UTF8.GetBytes(key), 0, 0, default, 0, HeaderSets.None);

    /// <summary>What it takes in memory, as measured, with its place in the index.</summary>
    public int Bytes => Overhead + Key.Length;

    public StoredObject ToObject(string bucket, bool isLatest) => new(
        bucket, Encoding.UTF8.GetString(Key), Math.Max(Length, 0), IsDeleteMarker ? "" : ETag.ToString(), new DateTimeOffset(LastModifiedTicks, TimeSpan.Zero), Headers)
    {
        Position = Position,
        VersionId = VersionText.Of(Version),
        IsDeleteMarker = IsDeleteMarker,
        IsLatest = isLatest,
    };
}
