namespace OrgTrail.Integrity;

/// <summary>A digest as the listing of a bucket shows it.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key.</param>
/// <param name="End">The end of its time, by its name.</param>
/// <param name="IsBackfill">Whether it belongs to the chain of late log files.</param>
/// <param name="LastModified">When it was written; <see langword="null"/> where that is not known.</param>
internal sealed record ListedDigest(string Bucket, string Key, DateTimeOffset End, bool IsBackfill, DateTimeOffset? LastModified)
{
    /// <summary>Its root, by its key.</summary>
    public LogRoot Root => new(Bucket, DeliveredName.Parse(Key)!.Value.Root);
}
