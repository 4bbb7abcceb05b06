using OrgTrail.Buckets;
using OrgTrail.Ports;

namespace OrgTrail.State;

/// <summary>A bucket: whose it is, and how it is set up. It may belong to another account than the trail, often the log archive.</summary>
/// <param name="Name">The bucket.</param>
internal sealed record BucketState(string Name)
{
    /// <summary>The Region that it lies in; <see langword="null"/> when there is no bucket of that name.</summary>
    public required Fact<string?> Region { get; init; }

    /// <summary>Whose it is for the caller, which tells where it lies, too.</summary>
    public required Fact<BucketLocation> Location { get; init; }

    /// <summary>The account of the organization that owns it; <see langword="null"/> when none of them does.</summary>
    public required Fact<string?> Owner { get; init; }

    /// <summary>The policy's text; <see langword="null"/> for none.</summary>
    public required Fact<string?> Policy { get; init; }

    /// <summary>Whether the bucket has that policy, so that S3 has taken it; otherwise it is planned.</summary>
    public bool IsPolicyLive { get; init; } = true;

    /// <summary>What of public access is blocked; <see langword="null"/> for nothing.</summary>
    public required Fact<PublicAccessBlock?> PublicAccess { get; init; }

    /// <summary><c>BucketOwnerEnforced</c>, <c>BucketOwnerPreferred</c>, <c>ObjectWriter</c> or <see langword="null"/>.</summary>
    public required Fact<string?> ObjectOwnership { get; init; }

    /// <summary><c>Enabled</c>, <c>Suspended</c> or <see langword="null"/>.</summary>
    public required Fact<string?> Versioning { get; init; }

    /// <summary>How new objects are encrypted; <see langword="null"/> when that was never set.</summary>
    public required Fact<BucketEncryption?> Encryption { get; init; }

    /// <summary>Object lock; <see langword="null"/> when it is off.</summary>
    public required Fact<ObjectLock?> ObjectLock { get; init; }

    /// <summary>The lifecycle rules.</summary>
    public required Fact<IReadOnlyList<LifecycleRule>?> Lifecycle { get; init; }

    /// <summary>Where requests to the bucket are logged; <see langword="null"/> when they are not.</summary>
    public required Fact<AccessLogging?> AccessLogging { get; init; }

    /// <summary>What lies in it: may be asked for what a fact is read from.</summary>
    public required Func<IBucketObjects> Objects { get; init; }

    /// <summary>Something that is found out by looking at what lies in the bucket.</summary>
    public Fact<T> Inside<T>(Func<IBucketObjects, Task<T>> look) =>
        new($"What lies in bucket {Name}", "s3:ListBucket", HolderOf(Name), () => look(Objects()));

    /// <summary>The bucket as it is. Nothing is read yet.</summary>
    /// <param name="cloud">What is around it.</param>
    /// <param name="name">The bucket.</param>
    public static BucketState Of(CloudState cloud, string name)
    {
        var (session, cancellation, holder) = (cloud.Session, cloud.Cancellation, HolderOf(name));
        Fact<T> Setting<T>(string what, string permission, Func<IBucketSettings, Task<T>> read) =>
            new($"{what} of bucket {name}", permission, holder, () => read(session.Cloud.Buckets.Settings));

        var region = new Fact<string?>($"Bucket {name}", "s3:ListBucket", holder, () => session.Cloud.Buckets.FindAsync(name, expectedOwner: null, cancellation));
        var search = new BucketSearch(cloud, name, region);
        return new(name)
        {
            Region = region,
            Location = new($"Bucket {name}", "s3:ListBucket", holder, search.LocateAsync),
            Owner = new($"The owner of bucket {name}", "s3:ListBucket", holder, search.FindOwnerAsync),
            Policy = new($"The policy of bucket {name}", "s3:GetBucketPolicy", holder, () => session.Cloud.Buckets.GetPolicyAsync(name, cancellation)),
            PublicAccess = Setting("The public access block", "s3:GetBucketPublicAccessBlock", settings => settings.GetPublicAccessBlockAsync(name, cancellation)),
            ObjectOwnership = Setting("The object ownership", "s3:GetBucketOwnershipControls", settings => settings.GetObjectOwnershipAsync(name, cancellation)),
            Versioning = Setting("The versioning", "s3:GetBucketVersioning", settings => settings.GetVersioningAsync(name, cancellation)),
            Encryption = Setting("The default encryption", "s3:GetEncryptionConfiguration", settings => settings.GetEncryptionAsync(name, cancellation)),
            ObjectLock = Setting("The object lock", "s3:GetBucketObjectLockConfiguration", settings => settings.GetObjectLockAsync(name, cancellation)),
            Lifecycle = Setting<IReadOnlyList<LifecycleRule>?>("The lifecycle", "s3:GetLifecycleConfiguration", async settings => await settings.GetLifecycleAsync(name, cancellation)),
            Objects = () => session.Cloud.Buckets.Objects,
            AccessLogging = Setting("The access logging", "s3:GetBucketLogging", settings => settings.GetAccessLoggingAsync(name, cancellation)),
        };
    }

    private static string HolderOf(string name) => $"the account that owns bucket {name}";
}
