using OrgTrail.Policies;

namespace OrgTrail.Buckets;

/// <summary>
/// How a bucket shall be, beyond what every bucket of audit logs is: private, its owner's alone, versioned, encrypted and
/// closed to requests without TLS. What is <see langword="null"/> was not said, and stays as it is.
/// </summary>
internal sealed record BucketSettings
{
    /// <summary>Where the bucket is created when it does not exist.</summary>
    public required string Region { get; init; }

    /// <summary>The default encryption of new objects. When it is not said, SSE-S3 where nothing is set; a KMS key stays.</summary>
    public BucketEncryption? Encryption { get; init; }

    /// <summary>The trails that deliver here.</summary>
    public IReadOnlyList<TrailDelivery> Deliveries { get; init; } = [];

    /// <summary>Whether the policy stays as it is, since somebody else sees to it.</summary>
    public bool LeavesPolicy { get; init; }

    /// <summary>The retention of new objects.</summary>
    public ObjectLock? ObjectLock { get; init; }

    /// <summary>What stands before <c>AWSLogs/</c> in the keys of log files; empty for nothing.</summary>
    public string S3KeyPrefix { get; init; } = "";

    /// <summary>After how many days log files go to GLACIER.</summary>
    public int? ArchiveAfterDays { get; init; }

    /// <summary>After how many days log files expire.</summary>
    public int? ExpireAfterDays { get; init; }

    /// <summary>Where requests to the bucket are logged.</summary>
    public AccessLogging? AccessLogging { get; init; }

    /// <summary>Whether public access, object ownership and versioning are put right even where somebody has set them otherwise.</summary>
    public bool Force { get; init; }
}
