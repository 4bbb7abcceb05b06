using OrgTrail.Connection;

namespace OrgTrail.Buckets;

/// <summary>How a bucket is: its settings, read at once. Of a bucket that does not exist all are unset.</summary>
/// <param name="BucketName">The bucket.</param>
internal sealed record BucketFacts(string BucketName)
{
    /// <summary>Whether there is a bucket, and whose it is.</summary>
    public required BucketStanding Standing { get; init; }

    /// <summary>The Region that it lies in; <see langword="null"/> when it does not exist, or is hidden.</summary>
    public string? Region { get; init; }

    /// <summary>What of public access is blocked.</summary>
    public Seen<PublicAccessBlock> PublicAccessBlock { get; init; }

    /// <summary><c>BucketOwnerEnforced</c>, <c>BucketOwnerPreferred</c> or <c>ObjectWriter</c>.</summary>
    public Seen<string> ObjectOwnership { get; init; }

    /// <summary><c>Enabled</c> or <c>Suspended</c>.</summary>
    public Seen<string> Versioning { get; init; }

    /// <summary>The default encryption of new objects.</summary>
    public Seen<BucketEncryption> Encryption { get; init; }

    /// <summary>The policy as JSON.</summary>
    public Seen<string> Policy { get; init; }

    /// <summary>Object lock; unset when it is off.</summary>
    public Seen<ObjectLock> ObjectLock { get; init; }

    /// <summary>The lifecycle rules.</summary>
    public Seen<IReadOnlyList<LifecycleRule>> Lifecycle { get; init; }

    /// <summary>Where requests to the bucket are logged.</summary>
    public Seen<AccessLogging> AccessLogging { get; init; }

    /// <summary>Reads a bucket: finds it, which tells its Region, and then asks for all settings side by side.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException">S3 fails, or the bucket vanishes meanwhile. What the caller may not see is no exception: it is unknown.</exception>
    public static async Task<BucketFacts> ReadAsync(CloudSession session, string bucketName, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        var (standing, region) = await FindAsync(session, bucketName, cancellation);
        if (standing == BucketStanding.Absent) return new(bucketName) { Standing = standing };

        var settings = session.Cloud.Buckets.Settings;
        var block = SeeAsync(settings.GetPublicAccessBlockAsync(bucketName, cancellation));
        var ownership = SeeAsync(settings.GetObjectOwnershipAsync(bucketName, cancellation));
        var versioning = SeeAsync(settings.GetVersioningAsync(bucketName, cancellation));
        var encryption = SeeAsync(settings.GetEncryptionAsync(bucketName, cancellation));
        var policy = SeeAsync(session.Cloud.Buckets.GetPolicyAsync(bucketName, cancellation));
        var objectLock = SeeAsync(settings.GetObjectLockAsync(bucketName, cancellation));
        var lifecycle = SeeAsync<IReadOnlyList<LifecycleRule>>(settings.GetLifecycleAsync(bucketName, cancellation)!);
        var logging = SeeAsync(settings.GetAccessLoggingAsync(bucketName, cancellation));
        await Task.WhenAll(block, ownership, versioning, encryption, policy, objectLock, lifecycle, logging);

        return new(bucketName)
        {
            Standing = standing,
            Region = region,
            PublicAccessBlock = await block,
            ObjectOwnership = await ownership,
            Versioning = await versioning,
            Encryption = await encryption,
            Policy = await policy,
            ObjectLock = await objectLock,
            Lifecycle = await lifecycle,
            AccessLogging = await logging,
        };
    }

    // S3 refuses in the same words whether the bucket is somebody else's or the caller may not look. Who may look when no
    // owner is expected, and may not when the own account is, has proven that it is somebody else's.
    private static async Task<(BucketStanding Standing, string? Region)> FindAsync(
        CloudSession session, string bucketName, CancellationToken cancellation)
    {
        var caller = await session.CallerAsync(cancellation);
        var own = await SeeAsync(session.Cloud.Buckets.FindAsync(bucketName, caller.AccountId, cancellation));
        if (own.IsKnown) return (own.Value is null ? BucketStanding.Absent : BucketStanding.Own, own.Value);

        var any = await SeeAsync(session.Cloud.Buckets.FindAsync(bucketName, expectedOwner: null, cancellation));
        return any.IsKnown ? (any.Value is null ? BucketStanding.Absent : BucketStanding.Foreign, any.Value) : (BucketStanding.Hidden, null);
    }

    private static async Task<Seen<T>> SeeAsync<T>(Task<T?> reading)
        where T : class
    {
        try
        {
            return new(await reading);
        }
        catch (OrgTrailException exception) when (exception.Problem.Kind == ProblemKind.PermissionDenied)
        {
            return new(null, exception.Problem);
        }
    }
}
