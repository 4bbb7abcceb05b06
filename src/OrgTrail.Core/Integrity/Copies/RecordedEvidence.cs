using System.Collections.Concurrent;
using OrgTrail.Ports;

namespace OrgTrail.Integrity;

/// <summary>Files that are copied into a bundle while they are read for a proof, so that what is kept is what was judged.</summary>
/// <param name="source">Where they are.</param>
/// <param name="bundle">Takes the copies.</param>
/// <param name="withLogs">Whether log files are copied, too.</param>
internal sealed class RecordedEvidence(IEvidence source, BundleWriter bundle, bool withLogs) : IEvidence
{
    private readonly ConcurrentDictionary<string, bool> _written = new(StringComparer.Ordinal);

    public bool HasMetadata => source.HasMetadata;

    public bool KnowsBuckets => source.KnowsBuckets;

    public IAsyncEnumerable<string> ListFoldersAsync(string bucket, string prefix, CancellationToken cancellation) => source.ListFoldersAsync(bucket, prefix, cancellation);

    public IAsyncEnumerable<ListedObject> ListAsync(string bucket, string prefix, string? after, CancellationToken cancellation) => source.ListAsync(bucket, prefix, after, cancellation);

    public IAsyncEnumerable<DigestKey> ListPublicKeysAsync(string region, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation) =>
        source.ListPublicKeysAsync(region, start, end, cancellation);

    public async Task<ObjectBody> OpenAsync(string bucket, string key, CancellationToken cancellation)
    {
        var body = await source.OpenAsync(bucket, key, cancellation).ConfigureAwait(false);
        var isDigest = DeliveredName.Parse(key) is { Kind: DeliveredKind.Digest };
        if (!isDigest && !withLogs) return body;
        using (body)
        {
            var bytes = new MemoryStream();
            await body.Content.CopyToAsync(bytes, cancellation).ConfigureAwait(false);
            if (bytes.Length != body.Length) throw new EndOfStreamException($"The file broke off after {bytes.Length} of {body.Length} bytes.");
            var name = $"{Bundle.ObjectsFolder}{bucket}/{key}";
            if (_written.TryAdd(name, true))
            {
                bundle.Write(name, bytes.ToArray());
                if (isDigest) bundle.WriteJson(name + Bundle.MetadataEnding, body.Metadata);
            }

            bytes.Position = 0;
            return new(bytes, bytes.Length, body.Metadata);
        }
    }
}
