using OrgTrail.Ports;

namespace OrgTrail.Integrity;

/// <summary>Where delivered files are read from: AWS, or a copy.</summary>
internal interface IEvidence
{
    /// <summary>Whether files have their metadata there. A plain copy of a bucket has lost the signatures.</summary>
    bool HasMetadata { get; }

    /// <summary>Whether objects have the name of the bucket that CloudTrail wrote them to. A folder has none.</summary>
    bool KnowsBuckets { get; }

    /// <inheritdoc cref="IBucketObjects.ListFoldersAsync"/>
    IAsyncEnumerable<string> ListFoldersAsync(string bucket, string prefix, CancellationToken cancellation);

    /// <inheritdoc cref="IBucketObjects.ListAsync"/>
    IAsyncEnumerable<ListedObject> ListAsync(string bucket, string prefix, string? after, CancellationToken cancellation);

    /// <inheritdoc cref="IBucketObjects.OpenAsync"/>
    Task<ObjectBody> OpenAsync(string bucket, string key, CancellationToken cancellation);

    /// <summary>The keys that digests of a Region were signed with between two moments.</summary>
    IAsyncEnumerable<DigestKey> ListPublicKeysAsync(string region, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation);
}
