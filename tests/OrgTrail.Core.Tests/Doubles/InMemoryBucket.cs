using OrgTrail.Buckets;

namespace OrgTrail.Core.Tests.Doubles;

/// <summary>A bucket in memory; what is <see langword="null"/> was never set.</summary>
internal sealed record InMemoryBucket(string Name, string Owner, string Region)
{
    public PublicAccessBlock? PublicAccessBlock { get; set; }

    public string? ObjectOwnership { get; set; }

    public string? Versioning { get; set; }

    public BucketEncryption? Encryption { get; set; }

    public string? Policy { get; set; }

    public ObjectLock? ObjectLock { get; set; }

    public IReadOnlyList<LifecycleRule> Lifecycle { get; set; } = [];

    public AccessLogging? AccessLogging { get; set; }
}
