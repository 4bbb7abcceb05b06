namespace OrgTrail.Ports;

/// <summary>Amazon S3. A bucket may lie in any Region of the partition: finding it is the implementation's work.</summary>
internal interface IBuckets
{
    /// <summary>What can be set up at a bucket.</summary>
    IBucketSettings Settings { get; }

    /// <summary>What lies in a bucket.</summary>
    IBucketObjects Objects { get; }

    /// <summary>Looks for a bucket, by HeadBucket.</summary>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="expectedOwner">The account that it must belong to; <see langword="null"/> for any.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The bucket's Region; <see langword="null"/> when there is no bucket of that name.</returns>
    /// <exception cref="OrgTrailException"><c>AccessDenied</c>: the bucket belongs to another account, or the caller may not see it.</exception>
    Task<string?> FindAsync(string bucketName, string? expectedOwner, CancellationToken cancellation);

    /// <summary>Creates a bucket, with the owner of the bucket as owner of all objects, which is what S3 does by itself.</summary>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="region">Where.</param>
    /// <param name="objectLock">Whether objects can be locked; it can be switched on for versioned buckets later, and never off.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="OrgTrailException"><c>BucketNameTaken</c>, <c>BucketAlreadyOwned</c>, …</exception>
    Task CreateAsync(string bucketName, string region, bool objectLock, CancellationToken cancellation);

    /// <summary>The bucket's policy text; <see langword="null"/> when the bucket has none.</summary>
    /// <exception cref="OrgTrailException"><c>BucketNotFound</c>, <c>AccessDenied</c>, …</exception>
    Task<string?> GetPolicyAsync(string bucketName, CancellationToken cancellation);

    /// <summary>Replaces the bucket's policy: one request, that nothing repeats but its sender, who looks first what is there.</summary>
    Task PutPolicyAsync(string bucketName, string policy, CancellationToken cancellation);
}
