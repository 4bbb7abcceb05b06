using OrgTrail.State;

namespace OrgTrail.Buckets;

/// <summary>How a bucket is: its settings, read at once. Of a bucket that does not exist all are unset.</summary>
/// <param name="BucketName">The bucket.</param>
public sealed record BucketFacts(string BucketName)
{
    /// <summary>Whether there is a bucket, and whose it is.</summary>
    public required BucketAccess Access { get; init; }

    /// <summary>The Region that it lies in; <see langword="null"/> when it does not exist, or is hidden.</summary>
    public string? Region { get; init; }

    /// <summary>What of public access is blocked.</summary>
    public Observed<PublicAccessBlock?> PublicAccessBlock { get; init; }

    /// <summary><c>BucketOwnerEnforced</c>, <c>BucketOwnerPreferred</c> or <c>ObjectWriter</c>.</summary>
    public Observed<string?> ObjectOwnership { get; init; }

    /// <summary><c>Enabled</c> or <c>Suspended</c>.</summary>
    public Observed<string?> Versioning { get; init; }

    /// <summary>The default encryption of new objects.</summary>
    public Observed<BucketEncryption?> Encryption { get; init; }

    /// <summary>The policy as JSON.</summary>
    public Observed<string?> Policy { get; init; }

    /// <summary>Object lock; unset when it is off.</summary>
    public Observed<ObjectLock?> ObjectLock { get; init; }

    /// <summary>The lifecycle rules.</summary>
    public Observed<IReadOnlyList<LifecycleRule>?> Lifecycle { get; init; }

    /// <summary>Where requests to the bucket are logged.</summary>
    public Observed<AccessLogging?> AccessLogging { get; init; }

    /// <summary>Reads a bucket: finds it, which tells its Region, and then asks for all settings side by side.</summary>
    /// <param name="cloud">Where it is read.</param>
    /// <param name="bucketName">The bucket.</param>
    /// <exception cref="OrgTrailException">S3 fails, or the bucket vanishes meanwhile. What the caller may not see is no exception: it is unknown.</exception>
    internal static async Task<BucketFacts> ReadAsync(CloudState cloud, string bucketName)
    {
        // Who is not known is not told whose a bucket is: that is no bucket that hides.
        _ = await cloud.Caller;
        var bucket = BucketState.Of(cloud, bucketName);
        var location = await bucket.Location.ObserveAsync() is { IsKnown: true, Value: { } seen } ? seen : new(BucketAccess.Hidden, null);
        if (location.Access == BucketAccess.Absent) return new(bucket.Name) { Access = location.Access };

        Task[] readings =
        [
            bucket.PublicAccess.ObserveAsync(), bucket.ObjectOwnership.ObserveAsync(), bucket.Versioning.ObserveAsync(), bucket.Encryption.ObserveAsync(),
            bucket.Policy.ObserveAsync(), bucket.ObjectLock.ObserveAsync(), bucket.Lifecycle.ObserveAsync(), bucket.AccessLogging.ObserveAsync(),
        ];
        await Task.WhenAll(readings);
        return new(bucket.Name)
        {
            Access = location.Access,
            Region = location.Region,
            PublicAccessBlock = await bucket.PublicAccess.ObserveAsync(),
            ObjectOwnership = await bucket.ObjectOwnership.ObserveAsync(),
            Versioning = await bucket.Versioning.ObserveAsync(),
            Encryption = await bucket.Encryption.ObserveAsync(),
            Policy = await bucket.Policy.ObserveAsync(),
            ObjectLock = await bucket.ObjectLock.ObserveAsync(),
            Lifecycle = await bucket.Lifecycle.ObserveAsync(),
            AccessLogging = await bucket.AccessLogging.ObserveAsync(),
        };
    }
}
