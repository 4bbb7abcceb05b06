using System.Collections.Concurrent;
using OrgTrail.Buckets;
using OrgTrail.Ports;

namespace OrgTrail.Health;

/// <summary>The bucket that a trail delivers to. It may belong to another account than the trail, often the log archive.</summary>
internal sealed class TrailBucket
{
    // Enough to look through a large organization in seconds; the bucket belongs to one of the first accounts as a rule.
    private const int OwnersAtOnce = 16;

    private readonly TrailFacts _trail;
    private readonly IBuckets _buckets;
    private readonly string _holder;

    public TrailBucket(TrailFacts trail, ICloud cloud)
    {
        (_trail, _buckets) = (trail, cloud.Buckets);
        Name = trail.Trail.S3BucketName ?? "";
        _holder = $"the account that owns bucket {Name}";
        var cancellation = trail.Cancellation;
        Region = new("s3:ListBucket", _holder, () => _buckets.FindAsync(Name, null, cancellation));
        Owner = new("s3:ListBucket", _holder, FindOwnerAsync);
        Policy = new("s3:GetBucketPolicy", _holder, () => _buckets.GetPolicyAsync(Name, cancellation));
        PublicAccess = new("s3:GetBucketPublicAccessBlock", _holder, () => _buckets.Settings.GetPublicAccessBlockAsync(Name, cancellation));
        Encryption = new("s3:GetEncryptionConfiguration", _holder, () => _buckets.Settings.GetEncryptionAsync(Name, cancellation));
        Versioning = new("s3:GetBucketVersioning", _holder, () => _buckets.Settings.GetVersioningAsync(Name, cancellation));
        AccessLogging = new("s3:GetBucketLogging", _holder, () => _buckets.Settings.GetAccessLoggingAsync(Name, cancellation));
    }

    /// <summary>The bucket's name.</summary>
    public string Name { get; }

    /// <summary>The Region that it lies in; <see langword="null"/> when there is no bucket of that name.</summary>
    public Fact<string?> Region { get; }

    /// <summary>The account of the organization that owns it; <see langword="null"/> when none of them does.</summary>
    public Fact<string?> Owner { get; }

    /// <summary>The policy's text; <see langword="null"/> for none.</summary>
    public Fact<string?> Policy { get; }

    /// <summary>What of public access is blocked; <see langword="null"/> for nothing.</summary>
    public Fact<PublicAccessBlock?> PublicAccess { get; }

    /// <summary>How new objects are encrypted; <see langword="null"/> when that was never set.</summary>
    public Fact<BucketEncryption?> Encryption { get; }

    /// <summary><c>Enabled</c>, <c>Suspended</c> or <see langword="null"/>.</summary>
    public Fact<string?> Versioning { get; }

    /// <summary>Where requests to the bucket are logged; <see langword="null"/> when they are not.</summary>
    public Fact<AccessLogging?> AccessLogging { get; }

    /// <summary>Looks at what lies in the bucket.</summary>
    public Task<T> LookInsideAsync<T>(Func<IBucketObjects, Task<T>> look) =>
        Permission.NameAsync("s3:ListBucket", _holder, () => look(_buckets.Objects));

    // S3 does not tell who owns a bucket, but whether a certain account does.
    private async Task<string?> FindOwnerAsync()
    {
        string[] likely = [(await _trail.Caller).AccountId, (await _trail.Organization).ManagementAccountId];
        foreach (var account in likely.Distinct())
            if (await IsOwnedByAsync(account, _trail.Cancellation)) return account;

        var owners = new ConcurrentQueue<string>();
        var others = (await _trail.Accounts).Select(account => account.Id).Except(likely);
        var options = new ParallelOptions { MaxDegreeOfParallelism = OwnersAtOnce, CancellationToken = _trail.Cancellation };
        await Parallel.ForEachAsync(others, options, async (account, cancellation) =>
        {
            if (owners.IsEmpty && await IsOwnedByAsync(account, cancellation)) owners.Enqueue(account);
        });
        return owners.FirstOrDefault();
    }

    private async Task<bool> IsOwnedByAsync(string account, CancellationToken cancellation)
    {
        try
        {
            return await _buckets.FindAsync(Name, account, cancellation) is not null;
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.AccessDenied)
        {
            return false;
        }
    }
}
