namespace OrgTrail.Buckets;

/// <summary>What a change of a bucket is about; in the order in which a new bucket gets it, so that it is never public or unprotected.</summary>
internal enum BucketSetting
{
    /// <summary>The bucket itself.</summary>
    Bucket,

    /// <summary>What of public access is blocked.</summary>
    PublicAccessBlock,

    /// <summary>Who owns the objects.</summary>
    ObjectOwnership,

    /// <summary>Whether versions are kept.</summary>
    Versioning,

    /// <summary>The default encryption.</summary>
    Encryption,

    /// <summary>The bucket policy.</summary>
    Policy,

    /// <summary>The retention of new objects.</summary>
    ObjectLock,

    /// <summary>When objects are archived and expire.</summary>
    Lifecycle,

    /// <summary>Where requests are logged.</summary>
    AccessLogging,
}
