namespace OrgTrail.Buckets;

/// <summary>When S3 moves and deletes log files by itself.</summary>
/// <param name="Id">The rule's id, unique in the bucket, at most 255 characters.</param>
/// <param name="IsEnabled">Whether it is applied.</param>
internal sealed record LifecycleRule(string Id, bool IsEnabled)
{
    /// <summary>What the keys begin with; <see langword="null"/> for all.</summary>
    public string? Prefix { get; init; }

    /// <summary>After how many days objects go to GLACIER; <see langword="null"/> for never. They must be restored before their digests can be validated.</summary>
    public int? ArchiveAfterDays { get; init; }

    /// <summary>After how many days objects expire; <see langword="null"/> for never. In a versioned bucket they become old versions.</summary>
    public int? ExpireAfterDays { get; init; }

    /// <summary>After how many more days old versions are deleted; <see langword="null"/> for never.</summary>
    public int? ExpireVersionsAfterDays { get; init; }
}
