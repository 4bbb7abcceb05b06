using System.Collections.Concurrent;
using Amazon.S3;
using Amazon.S3.Model;
using OrgTrail.Aws.Errors;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Ports;

/// <summary>
/// Amazon S3. A bucket is asked for in the Region of the connection first, and then in its own, which S3 names in its
/// refusal. The SDK's client does not go there by itself: it gives up on a redirect, and otherwise signs for the other
/// Region without addressing it.
/// </summary>
/// <param name="region">The Region of the connection.</param>
/// <param name="create">Makes the client for a Region.</param>
internal sealed class AwsBuckets(string region, Func<string, IAmazonS3> create) : IBuckets, IDisposable
{
    private readonly ConcurrentDictionary<string, Client<IAmazonS3>> _clients = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _regions = new(StringComparer.Ordinal);
    private readonly ServiceCalls _calls = new("S3");

    public IBucketSettings Settings => throw new NotSupportedException();

    public IBucketObjects Objects => throw new NotSupportedException();

    public Task<string?> FindAsync(string bucketName, string? expectedOwner, CancellationToken cancellation) => throw new NotSupportedException();

    public Task CreateAsync(string bucketName, string region, bool objectLock, CancellationToken cancellation) => throw new NotSupportedException();

    public async Task<string?> GetPolicyAsync(string bucketName, CancellationToken cancellation)
    {
        var request = new GetBucketPolicyRequest { BucketName = bucketName };
        return BucketPolicyAnswer.Read(await _calls.SendAsync(
            BucketPolicyAnswer.Operation,
            () => FollowAsync(bucketName, client => client.GetBucketPolicyAsync(request, cancellation)),
            cancellation).ConfigureAwait(false));
    }

    public Task PutPolicyAsync(string bucketName, string policy, CancellationToken cancellation)
    {
        var request = new PutBucketPolicyRequest { BucketName = bucketName, Policy = policy };
        return _calls.SendAsync(
            "PutBucketPolicy",
            () => FollowAsync(bucketName, client => client.PutBucketPolicyAsync(request, cancellation)),
            cancellation);
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
    }

    private async Task<T> FollowAsync<T>(string bucketName, Func<IAmazonS3, Task<T>> send)
    {
        var home = _regions.GetValueOrDefault(bucketName, region);
        try
        {
            return await send(ClientIn(home)).ConfigureAwait(false);
        }
        catch (AmazonS3Exception refusal) when (BucketRegion.NamedBy(refusal) is { } named && named != home)
        {
            _regions[bucketName] = named;
        }

        return await send(ClientIn(_regions[bucketName])).ConfigureAwait(false);
    }

    private IAmazonS3 ClientIn(string place) => _clients.GetOrAdd(place, key => new Client<IAmazonS3>(() => create(key))).Value;
}
