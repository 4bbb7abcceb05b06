using OrgTrail.Buckets;

namespace OrgTrail.Ports;

/// <summary>The settings of S3 buckets. What was never set comes back as <see langword="null"/>, not as an error.</summary>
/// <remarks>
/// All members throw <c>BucketNotFound</c> and <c>AccessDenied</c> as <see cref="OrgTrailException"/>. What is put among what
/// others have set (encryption, lifecycle, logging, object lock) is read right before, and sent once: who repeats it calls
/// again. But for the encryption, which new buckets show without having been told, it is not sent when it is there already.
/// </remarks>
internal interface IBucketSettings
{
    /// <summary>GetPublicAccessBlock; <see langword="null"/> when nothing is blocked.</summary>
    Task<PublicAccessBlock?> GetPublicAccessBlockAsync(string bucketName, CancellationToken cancellation);

    /// <summary>PutPublicAccessBlock.</summary>
    Task PutPublicAccessBlockAsync(string bucketName, PublicAccessBlock block, CancellationToken cancellation);

    /// <summary>GetBucketOwnershipControls: <c>BucketOwnerEnforced</c>, <c>BucketOwnerPreferred</c>, <c>ObjectWriter</c> or <see langword="null"/>.</summary>
    Task<string?> GetObjectOwnershipAsync(string bucketName, CancellationToken cancellation);

    /// <summary>PutBucketOwnershipControls.</summary>
    Task PutObjectOwnershipAsync(string bucketName, string ownership, CancellationToken cancellation);

    /// <summary>GetBucketVersioning: <c>Enabled</c>, <c>Suspended</c> or <see langword="null"/>.</summary>
    Task<string?> GetVersioningAsync(string bucketName, CancellationToken cancellation);

    /// <summary>PutBucketVersioning with status <c>Enabled</c>.</summary>
    Task EnableVersioningAsync(string bucketName, CancellationToken cancellation);

    /// <summary>GetBucketEncryption: the default encryption of new objects.</summary>
    Task<BucketEncryption?> GetEncryptionAsync(string bucketName, CancellationToken cancellation);

    /// <summary>PutBucketEncryption.</summary>
    Task PutEncryptionAsync(string bucketName, BucketEncryption encryption, CancellationToken cancellation);

    /// <summary>GetBucketLifecycleConfiguration: the rules by their ids; those of others have only their id and whether they are on.</summary>
    Task<IReadOnlyList<LifecycleRule>> GetLifecycleAsync(string bucketName, CancellationToken cancellation);

    /// <summary>Puts one rule among those that are there, in place of the one of the same id. All others stay as they are.</summary>
    Task PutLifecycleRuleAsync(string bucketName, LifecycleRule rule, CancellationToken cancellation);

    /// <summary>GetBucketLogging: where the requests to the bucket are logged; <see langword="null"/> when they are not.</summary>
    Task<AccessLogging?> GetAccessLoggingAsync(string bucketName, CancellationToken cancellation);

    /// <summary>PutBucketLogging.</summary>
    Task PutAccessLoggingAsync(string bucketName, AccessLogging logging, CancellationToken cancellation);

    /// <summary>GetObjectLockConfiguration; <see langword="null"/> when object lock is off.</summary>
    Task<ObjectLock?> GetObjectLockAsync(string bucketName, CancellationToken cancellation);

    /// <summary>PutObjectLockConfiguration: switches object lock on, where it is off, and sets the retention of new objects.</summary>
    Task PutObjectLockAsync(string bucketName, ObjectLock objectLock, CancellationToken cancellation);
}
