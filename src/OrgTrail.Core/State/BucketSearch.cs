using System.Collections.Concurrent;
using OrgTrail.Buckets;

namespace OrgTrail.State;

/// <summary>Finds out whose a bucket is. S3 does not tell who owns a bucket, but whether a certain account does.</summary>
/// <param name="cloud">Who may own it.</param>
/// <param name="name">The bucket.</param>
/// <param name="region">Where it lies, whosever it is.</param>
internal sealed class BucketSearch(CloudState cloud, string name, Fact<string?> region)
{
    // Enough to look through a large organization in seconds; the bucket belongs to one of the first accounts as a rule.
    private const int OwnersAtOnce = 16;

    private readonly Lazy<Task<Observed<string?>>> _own = new(() => OwnAsync(cloud, name));

    /// <summary>Whose it is for the caller, and where it lies.</summary>
    /// <exception cref="OrgTrailException"><c>AccessDenied</c>: it belongs to another account, or the caller may not see buckets of its own.</exception>
    public async Task<BucketLocation> LocateAsync()
    {
        // S3 refuses in the same words whether the bucket is somebody else's or the caller may not look. Who may look when no
        // owner is expected, and may not when the own account is, has proven that it is somebody else's.
        if (await _own.Value is { IsKnown: true, Value: var own }) return new(own is null ? BucketAccess.Absent : BucketAccess.Own, own);
        return await region is { } any ? new(BucketAccess.Foreign, any) : new(BucketAccess.Absent, null);
    }

    /// <summary>The account of the organization that owns it; <see langword="null"/> when none of them does.</summary>
    public async Task<string?> FindOwnerAsync()
    {
        if (await _own.Value is { IsKnown: true, Value: not null }) return (await cloud.Caller).AccountId;
        string[] asked = [(await cloud.Caller).AccountId];
        var management = (await cloud.Organization).ManagementAccountId;
        if (management != asked[0] && await IsOwnedByAsync(management, cloud.Cancellation)) return management;

        var owners = new ConcurrentQueue<string>();
        var others = (await cloud.Accounts).Select(account => account.Id).Except([.. asked, management]);
        var options = new ParallelOptions { MaxDegreeOfParallelism = OwnersAtOnce, CancellationToken = cloud.Cancellation };
        await Parallel.ForEachAsync(others, options, async (account, cancellation) =>
        {
            if (owners.IsEmpty && await IsOwnedByAsync(account, cancellation)) owners.Enqueue(account);
        });
        return owners.FirstOrDefault();
    }

    private static async Task<Observed<string?>> OwnAsync(CloudState cloud, string name)
    {
        var caller = (await cloud.Caller).AccountId;
        return await Fact.ObserveAsync(cloud.Session.Cloud.Buckets.FindAsync(name, caller, cloud.Cancellation));
    }

    private async Task<bool> IsOwnedByAsync(string account, CancellationToken cancellation) =>
        await Fact.ObserveAsync(cloud.Session.Cloud.Buckets.FindAsync(name, account, cancellation)) is { IsKnown: true, Value: not null };
}
