using OrgTrail.Buckets;
using OrgTrail.Ports;

namespace OrgTrail.Core.Tests.Doubles;

/// <summary>Amazon S3 without a wire: keeps buckets, logs the calls, and refuses what a test wants refused.</summary>
internal sealed class InMemoryBuckets : IBuckets, IBucketSettings
{
    private readonly Dictionary<string, InMemoryBucket> _buckets = [];
    private readonly Lock _gate = new();

    /// <summary>The calls so far, by AWS's names: <c>GetBucketPolicy</c>.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The calls so far that changed something.</summary>
    public IEnumerable<string> Writes => Calls.Where(call => call.StartsWith("Put", StringComparison.Ordinal) || call == "CreateBucket");

    /// <summary>Asked before each call; throws what it answers instead.</summary>
    public Func<string, Problem?> Refuse { get; set; } = _ => null;

    /// <summary>The account that calls.</summary>
    internal string Caller { get; set; } = "111111111111";

    public IBucketSettings Settings => this;

    public IBucketObjects Objects => throw new NotSupportedException();

    public InMemoryBucket this[string name] => _buckets[name];

    public static Problem Denied(string operation) => new(ProblemIds.AccessDenied, ProblemKind.PermissionDenied, $"The caller may not call {operation}.", "Use other credentials.");

    public InMemoryBucket Add(InMemoryBucket bucket) => _buckets[bucket.Name] = bucket;

    public Task<string?> FindAsync(string bucketName, string? expectedOwner, CancellationToken cancellation) => Call("HeadBucket", () =>
        !_buckets.TryGetValue(bucketName, out var bucket) ? null
        : (expectedOwner ?? bucket.Owner) == bucket.Owner ? bucket.Region
        : throw new OrgTrailException(Denied("HeadBucket")));

    public Task CreateAsync(string bucketName, string region, bool objectLock, CancellationToken cancellation) => Call("CreateBucket", () =>
        Add(new(bucketName, Caller, region)
        {
            PublicAccessBlock = PublicAccessBlock.All,
            ObjectOwnership = "BucketOwnerEnforced",
            Encryption = BucketEncryption.S3Managed,
            Versioning = objectLock ? "Enabled" : null,
            ObjectLock = objectLock ? new(null, null, null) : null,
        }));

    public Task<string?> GetPolicyAsync(string bucketName, CancellationToken cancellation) =>
        Read("GetBucketPolicy", bucketName, bucket => bucket.Policy);

    public Task PutPolicyAsync(string bucketName, string policy, CancellationToken cancellation) =>
        Write("PutBucketPolicy", bucketName, bucket => bucket.Policy = policy);

    public Task<PublicAccessBlock?> GetPublicAccessBlockAsync(string bucketName, CancellationToken cancellation) =>
        Read("GetPublicAccessBlock", bucketName, bucket => bucket.PublicAccessBlock);

    public Task PutPublicAccessBlockAsync(string bucketName, PublicAccessBlock block, CancellationToken cancellation) =>
        Write("PutPublicAccessBlock", bucketName, bucket => bucket.PublicAccessBlock = block);

    public Task<string?> GetObjectOwnershipAsync(string bucketName, CancellationToken cancellation) =>
        Read("GetBucketOwnershipControls", bucketName, bucket => bucket.ObjectOwnership);

    public Task PutObjectOwnershipAsync(string bucketName, string ownership, CancellationToken cancellation) =>
        Write("PutBucketOwnershipControls", bucketName, bucket => bucket.ObjectOwnership = ownership);

    public Task<string?> GetVersioningAsync(string bucketName, CancellationToken cancellation) =>
        Read("GetBucketVersioning", bucketName, bucket => bucket.Versioning);

    public Task EnableVersioningAsync(string bucketName, CancellationToken cancellation) =>
        Write("PutBucketVersioning", bucketName, bucket => bucket.Versioning = "Enabled");

    public Task<BucketEncryption?> GetEncryptionAsync(string bucketName, CancellationToken cancellation) =>
        Read("GetBucketEncryption", bucketName, bucket => bucket.Encryption);

    public Task PutEncryptionAsync(string bucketName, BucketEncryption encryption, CancellationToken cancellation) =>
        Write("PutBucketEncryption", bucketName, bucket => bucket.Encryption = encryption);

    public Task<IReadOnlyList<LifecycleRule>> GetLifecycleAsync(string bucketName, CancellationToken cancellation) =>
        Read("GetBucketLifecycleConfiguration", bucketName, bucket => bucket.Lifecycle);

    public Task PutLifecycleRuleAsync(string bucketName, LifecycleRule rule, CancellationToken cancellation) =>
        Write("PutBucketLifecycleConfiguration", bucketName, bucket => bucket.Lifecycle = [.. bucket.Lifecycle.Where(other => other.Id != rule.Id), rule]);

    public Task<AccessLogging?> GetAccessLoggingAsync(string bucketName, CancellationToken cancellation) =>
        Read("GetBucketLogging", bucketName, bucket => bucket.AccessLogging);

    public Task PutAccessLoggingAsync(string bucketName, AccessLogging logging, CancellationToken cancellation) =>
        Write("PutBucketLogging", bucketName, bucket => bucket.AccessLogging = logging);

    public Task<ObjectLock?> GetObjectLockAsync(string bucketName, CancellationToken cancellation) =>
        Read("GetObjectLockConfiguration", bucketName, bucket => bucket.ObjectLock);

    public Task PutObjectLockAsync(string bucketName, ObjectLock objectLock, CancellationToken cancellation) =>
        Write("PutObjectLockConfiguration", bucketName, bucket =>
        {
            // As S3 does: object lock needs versioning.
            Assert.Equal("Enabled", bucket.Versioning);
            bucket.ObjectLock = objectLock;
        });

    private Task<T> Read<T>(string operation, string bucketName, Func<InMemoryBucket, T> read) => Call(operation, () => read(Existing(bucketName)));

    private Task<bool> Write(string operation, string bucketName, Action<InMemoryBucket> write) => Call(operation, () =>
    {
        write(Existing(bucketName));
        return true;
    });

    private InMemoryBucket Existing(string bucketName) => _buckets.TryGetValue(bucketName, out var bucket) ? bucket
        : throw new OrgTrailException(new(ProblemIds.BucketNotFound, ProblemKind.NotFound, "There is no bucket of this name.", "Check the name."));

    private Task<T> Call<T>(string operation, Func<T> answer)
    {
        lock (_gate)
        {
            Calls.Add(operation);
            try
            {
                return Refuse(operation) is { } refusal ? throw new OrgTrailException(refusal) : Task.FromResult(answer());
            }
            catch (OrgTrailException refusal)
            {
                return Task.FromException<T>(refusal);
            }
        }
    }
}
