namespace OrgTrail.Sandbox.Storage;

/// <summary>What lies below the current version of one key, or all of it when the newest is a delete marker.</summary>
/// <param name="Key">The key in UTF-8.</param>
internal sealed record VersionStack(byte[] Key)
{
    /// <summary>The versions, the newest first.</summary>
    public List<IndexEntry> Versions { get; } = [];
}
