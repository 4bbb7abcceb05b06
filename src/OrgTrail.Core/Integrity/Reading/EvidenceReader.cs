using System.Security.Cryptography;

namespace OrgTrail.Integrity;

/// <summary>Reads files and hashes what is in them.</summary>
/// <param name="evidence">Where they are.</param>
/// <param name="pace">How many at once.</param>
internal sealed class EvidenceReader(IEvidence evidence, ReadPace pace)
{
    // CloudTrail's own are a hundredth of it; a gzip bomb costs two seconds.
    private const long LargestLog = 1024L * 1024 * 1024;

    /// <summary>Where the files are.</summary>
    public IEvidence Evidence => evidence;

    /// <summary>Reads a log file, and keeps nothing of it.</summary>
    public Task<HashedFile> HashAsync(string bucket, string key, CancellationToken cancellation) =>
        pace.RunAsync(() => ReadAsync(bucket, key, LargestLog, keep: null, cancellation), cancellation);

    /// <summary>Reads a digest.</summary>
    public Task<HashedFile> ReadAsync(string bucket, string key, CancellationToken cancellation) =>
        pace.RunAsync(() => ReadAsync(bucket, key, DigestReader.Largest, new MemoryStream(), cancellation), cancellation);

    private async Task<HashedFile> ReadAsync(string bucket, string key, long most, MemoryStream? keep, CancellationToken cancellation)
    {
        using var body = await evidence.OpenAsync(bucket, key, cancellation).ConfigureAwait(false);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var inflated = await GzipMember.InflateAsync(
            body.Content,
            body.Length,
            most,
            bytes =>
            {
                hash.AppendData(bytes);
                keep?.Write(bytes);
            },
            cancellation).ConfigureAwait(false);
        return new(Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant(), inflated, keep?.ToArray() ?? [], body.Metadata);
    }
}
