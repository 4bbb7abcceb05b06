using System.Runtime.CompilerServices;
using OrgTrail.Integrity;
using OrgTrail.Ports;

namespace OrgTrail.Core.Tests.Integrity;

/// <summary>Buckets and public keys without a wire.</summary>
internal sealed class BucketStore : IEvidence
{
    /// <summary>The files, by bucket and key.</summary>
    public SortedDictionary<(string Bucket, string Key), StoredFile> Files { get; } = new(Comparer<(string Bucket, string Key)>.Create((one, other) =>
        string.CompareOrdinal(one.Bucket, other.Bucket) is not 0 and var order ? order : string.CompareOrdinal(one.Key, other.Key)));

    /// <summary>The public keys, by Region.</summary>
    public List<(string Region, DigestKey Key)> Keys { get; } = [];

    /// <summary>What asking for keys is refused with, by Region.</summary>
    public Func<string, Problem?> RefuseKeys { get; set; } = _ => null;

    /// <summary>What listings are refused with, by prefix.</summary>
    public Func<string, Problem?> RefuseListing { get; set; } = _ => null;

    public bool HasMetadata { get; set; } = true;

    public bool KnowsBuckets { get; set; } = true;

    /// <summary>How many files were opened.</summary>
    public int Opened;

    public async IAsyncEnumerable<string> ListFoldersAsync(string bucket, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        Refuse(RefuseListing(prefix));
        foreach (var folder in Keyed(bucket, prefix).Select(file => file.Key.Key[prefix.Length..]).Where(rest => rest.Contains('/')).Select(rest => prefix + rest[..(rest.IndexOf('/') + 1)]).Distinct().ToArray())
            yield return folder;
    }

    public async IAsyncEnumerable<ListedObject> ListAsync(string bucket, string prefix, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        Refuse(RefuseListing(prefix));
        foreach (var (place, file) in Keyed(bucket, prefix).ToArray())
            if (after is null || string.CompareOrdinal(place.Key, after) > 0)
                yield return new(place.Key, file.Bytes.Length, file.LastModified, "STANDARD");
    }

    public Task<ObjectBody> OpenAsync(string bucket, string key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Interlocked.Increment(ref Opened);
        if (!Files.TryGetValue((bucket, key), out var file))
            throw new OrgTrailException(new(ProblemIds.ObjectNotFound, ProblemKind.NotFound, "The object is not there.", "Look for it."));
        Refuse(file.Refusal);
        return Task.FromResult(new ObjectBody(new MemoryStream(file.Bytes), file.Bytes.Length, HasMetadata ? file.Metadata : new Dictionary<string, string>()));
    }

    public async IAsyncEnumerable<DigestKey> ListPublicKeysAsync(string region, DateTimeOffset start, DateTimeOffset end, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        Refuse(RefuseKeys(region));
        foreach (var (place, key) in Keys)
            if (place == region && !(key.ValidFrom > end) && !(key.ValidTo < start)) yield return key;
    }

    private static void Refuse(Problem? problem)
    {
        if (problem is not null) throw new OrgTrailException(problem);
    }

    private IEnumerable<KeyValuePair<(string Bucket, string Key), StoredFile>> Keyed(string bucket, string prefix) =>
        Files.Where(file => file.Key.Bucket == bucket && file.Key.Key.StartsWith(prefix, StringComparison.Ordinal));
}
