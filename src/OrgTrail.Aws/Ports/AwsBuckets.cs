using System.Net;
using Amazon.S3.Model;
using OrgTrail.Aws.S3;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Ports;

/// <summary>Amazon S3.</summary>
/// <param name="region">The Region of the connection.</param>
/// <param name="create">Makes the client for a Region.</param>
/// <param name="createOnce">Makes the client for a Region that sends each request once.</param>
/// <param name="createForBodies">Makes the client for a Region that hands bodies on as they come, and sends each request once.</param>
/// <param name="time">The clock and the timer of the waits.</param>
internal sealed class AwsBuckets(
    string region, Func<string, BucketClient> create, Func<string, BucketClient> createOnce, Func<string, BucketClient> createForBodies, TimeProvider time) : IBuckets, IDisposable
{
    // The one Region that a bucket gets by naming none, and by naming none only (Amazon S3 API reference, CreateBucket).
    private const string UnnamedRegion = "us-east-1";

    private readonly BucketCalls _calls = new(region, create, createOnce, createForBodies, time);

    public IBucketSettings Settings => new AwsBucketSettings(_calls);

    public IBucketObjects Objects => new AwsBucketObjects(_calls);

    public async Task<string?> FindAsync(string bucketName, string? expectedOwner, CancellationToken cancellation)
    {
        var request = new HeadBucketRequest { BucketName = bucketName, ExpectedBucketOwner = expectedOwner };
        // An answer to HEAD has no body, so no error code either: the status says all.
        var answer = await _calls.FindAsync("HeadBucket", bucketName, nameof(HttpStatusCode.NotFound), client => client.HeadBucketAsync(request, cancellation), cancellation).ConfigureAwait(false);
        if (answer is null) return null;

        var home = answer.BucketRegion is { Length: > 0 } told ? told : _calls.RegionOf(bucketName);
        _calls.Remember(bucketName, home);
        return home;
    }

    public async Task CreateAsync(string bucketName, string region, bool objectLock, CancellationToken cancellation)
    {
        var request = new PutBucketRequest
        {
            BucketName = bucketName,
            UseClientRegion = false,
            // Not BucketRegionName, which makes EU of eu-west-1: the name it had until 2014.
            PutBucketConfiguration = region == UnnamedRegion ? null : new PutBucketConfiguration { LocationConstraint = region },
            ObjectLockEnabledForBucket = objectLock ? true : null,
        };
        // A bucket of that name in another Region is not to be followed there: it is not the one that is wanted.
        await _calls.SendToAsync("CreateBucket", region, client => client.PutBucketAsync(request, cancellation), cancellation).ConfigureAwait(false);
        _calls.Remember(bucketName, region);
    }

    public async Task<string?> GetPolicyAsync(string bucketName, CancellationToken cancellation)
    {
        const string Operation = "GetBucketPolicy";
        var request = new GetBucketPolicyRequest { BucketName = bucketName };
        var answer = await _calls.FindAsync(Operation, bucketName, "NoSuchBucketPolicy", client => client.GetBucketPolicyAsync(request, cancellation), cancellation).ConfigureAwait(false);
        // The SDK takes any body for a policy, also the page of a proxy.
        return answer is null ? null : _calls.Policy(Operation, answer.Policy);
    }

    public Task PutPolicyAsync(string bucketName, string policy, CancellationToken cancellation)
    {
        var request = new PutBucketPolicyRequest { BucketName = bucketName, Policy = policy };
        return _calls.SendOnceAsync("PutBucketPolicy", bucketName, client => client.PutBucketPolicyAsync(request, cancellation), cancellation);
    }

    public void Dispose() => _calls.Dispose();
}
