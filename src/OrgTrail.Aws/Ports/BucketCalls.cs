using System.Collections.Concurrent;
using System.Net;
using Amazon.S3;
using OrgTrail.Aws.Errors;
using OrgTrail.Aws.S3;
using OrgTrail.Trails;

namespace OrgTrail.Aws.Ports;

/// <summary>
/// Requests to Amazon S3. A bucket is asked for in the Region of the connection first, and then in its own, which S3
/// names in its refusal. The SDK's client does not go there by itself: it gives up on a redirect, and otherwise signs
/// for the other Region without addressing it.
/// </summary>
/// <param name="region">The Region of the connection.</param>
/// <param name="create">Makes the client for a Region.</param>
/// <param name="createOnce">Makes the client for a Region that sends each request once.</param>
/// <param name="createForBodies">Makes the client for a Region that hands bodies on as they come, and sends each request once.</param>
/// <param name="time">The clock and the timer of the waits.</param>
internal sealed class BucketCalls(
    string region, Func<string, BucketClient> create, Func<string, BucketClient> createOnce, Func<string, BucketClient> createForBodies, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Client<BucketClient>> _clients = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Client<BucketClient>> _once = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Client<BucketClient>> _bodies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _regions = new(StringComparer.Ordinal);
    private readonly ServiceCalls _calls = new("S3", time);

    /// <summary>Sends a request about a bucket to where the bucket lies.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="send">Sends it with a client of the right Region.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<T> SendAsync<T>(string operation, string bucketName, Func<BucketClient, Task<T>> send, CancellationToken cancellation) =>
        _calls.SendAsync(operation, () => FollowAsync(bucketName, ClientIn, send), cancellation);

    /// <summary>The same, once: before it is sent again, its sender has to look.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public Task<T> SendOnceAsync<T>(string operation, string bucketName, Func<BucketClient, Task<T>> send, CancellationToken cancellation) =>
        _calls.SendOnceAsync(operation, () => FollowAsync(bucketName, OnceIn, send), cancellation);

    /// <summary>The same for an object, whose body is read as it comes. Its reader tries again: a body can break off, too.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public Task<T> SendForBodyAsync<T>(string operation, string bucketName, Func<BucketClient, Task<T>> send, CancellationToken cancellation) =>
        _calls.SendOnceAsync(operation, () => FollowAsync(bucketName, BodiesIn, send), cancellation);

    /// <summary>Sends a request to one Region, and nowhere else.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="place">The Region.</param>
    /// <param name="send">Sends it with a client of that Region.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<T> SendToAsync<T>(string operation, string place, Func<BucketClient, Task<T>> send, CancellationToken cancellation) =>
        _calls.SendAsync(operation, () => send(ClientIn(place)), cancellation);

    /// <summary>Asks for what may never have been set.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="unset">The code by which S3 says that it was not.</param>
    /// <param name="send">Sends the request with a client of the right Region.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The answer; <see langword="null"/> when it was never set.</returns>
    public Task<T?> FindAsync<T>(string operation, string bucketName, string unset, Func<BucketClient, Task<T>> send, CancellationToken cancellation)
        where T : class => _calls.SendAsync(
            operation,
            async () =>
            {
                try
                {
                    return await FollowAsync<T?>(bucketName, ClientIn, async client => await send(client).ConfigureAwait(false)).ConfigureAwait(false);
                }
                catch (AmazonS3Exception refusal) when (refusal.ErrorCode == unset && refusal.StatusCode == HttpStatusCode.NotFound)
                {
                    return null;
                }
            },
            cancellation);

    /// <summary>Lists what comes in pages.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="bucketName">The bucket.</param>
    /// <param name="read">Reads the page of a token with a client of the right Region.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="next">The token of the page behind.</param>
    /// <param name="cancellation">Ends the listing.</param>
    public IAsyncEnumerable<TItem> ListAsync<TPage, TItem>(
        string operation, string bucketName, Func<BucketClient, string?, Task<TPage>> read, Func<TPage, IReadOnlyList<TItem>?> items, Func<TPage, string?> next, CancellationToken cancellation)
        where TItem : class => Pages.ReadAsync(_calls, operation, token => SendAsync(operation, bucketName, client => read(client, token), cancellation), items, next);

    /// <inheritdoc cref="ServiceCalls.Required{T}(string, T)"/>
    public T Required<T>(string operation, T? member)
        where T : class => _calls.Required(operation, member);

    /// <inheritdoc cref="ServiceCalls.Unusable"/>
    public OrgTrailException Unusable(string operation, string why) => _calls.Unusable(operation, why);

    /// <inheritdoc cref="ServiceCalls.Policy"/>
    public string Policy(string operation, string? text) => _calls.Policy(operation, text);

    /// <summary>Where a bucket lies, as far as is known: otherwise the Region of the connection.</summary>
    public string RegionOf(string bucketName) => _regions.GetValueOrDefault(bucketName, region);

    /// <summary>Remembers where a bucket lies.</summary>
    public void Remember(string bucketName, string home) => _regions[bucketName] = home;

    public void Dispose()
    {
        foreach (var client in _clients.Values.Concat(_once.Values).Concat(_bodies.Values))
            client.Dispose();
    }

    private async Task<T> FollowAsync<T>(string bucketName, Func<string, BucketClient> clientIn, Func<BucketClient, Task<T>> send)
    {
        var home = RegionOf(bucketName);
        try
        {
            return await send(clientIn(home)).ConfigureAwait(false);
        }
        catch (AmazonS3Exception refusal) when (BucketRegion.NamedBy(refusal) is { } named && named != home && IsNear(named))
        {
            Remember(bucketName, named);
        }

        return await send(clientIn(RegionOf(bucketName))).ConfigureAwait(false);
    }

    // Another partition has other buckets and other credentials: whoever names one of its Regions is not Amazon S3.
    private bool IsNear(string named) => Partition.OfRegion(named) == Partition.OfRegion(region);

    private BucketClient OnceIn(string place) => _once.GetOrAdd(place, key => new Client<BucketClient>(() => createOnce(key))).Value;

    private BucketClient BodiesIn(string place) => _bodies.GetOrAdd(place, key => new Client<BucketClient>(() => createForBodies(key))).Value;

    private BucketClient ClientIn(string place) => _clients.GetOrAdd(place, key => new Client<BucketClient>(() => create(key))).Value;
}
