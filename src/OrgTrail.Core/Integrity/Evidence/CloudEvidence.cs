using OrgTrail.Ports;

namespace OrgTrail.Integrity;

/// <summary>The files in their bucket.</summary>
/// <param name="cloud">AWS.</param>
internal sealed class CloudEvidence(ICloud cloud) : IEvidence
{
    public bool HasMetadata => true;

    public bool KnowsBuckets => true;

    public IAsyncEnumerable<string> ListFoldersAsync(string bucket, string prefix, CancellationToken cancellation) =>
        cloud.Buckets.Objects.ListFoldersAsync(bucket, prefix, cancellation);

    public IAsyncEnumerable<ListedObject> ListAsync(string bucket, string prefix, string? after, CancellationToken cancellation) =>
        cloud.Buckets.Objects.ListAsync(bucket, prefix, after, cancellation);

    public Task<ObjectBody> OpenAsync(string bucket, string key, CancellationToken cancellation) =>
        cloud.Buckets.Objects.OpenAsync(bucket, key, cancellation);

    public IAsyncEnumerable<DigestKey> ListPublicKeysAsync(string region, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation) =>
        cloud.TrailsIn(region).ListPublicKeysAsync(start, end, cancellation);
}
