using System.Runtime.CompilerServices;
using System.Text.Json;
using OrgTrail.Ports;

namespace OrgTrail.Integrity;

/// <summary>Files in a copy: a bundle, which keeps buckets apart and has metadata and keys, or the mirror of one bucket.</summary>
/// <param name="tree">The files.</param>
/// <param name="isBundle">Whether it is a bundle.</param>
/// <param name="keys">The public keys that lie beside the files; <see langword="null"/> when there are none.</param>
internal sealed class CopiedEvidence(IFileTree tree, bool isBundle, IReadOnlyList<ReceiptKey>? keys) : IEvidence
{
    // Far more than a signature and its method have.
    private const int LargestMetadata = 64 * 1024;

    public bool HasMetadata => isBundle;

    public bool KnowsBuckets => isBundle;

    public async IAsyncEnumerable<string> ListFoldersAsync(string bucket, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var place = Place(bucket);
        foreach (var folder in tree.Folders(place + prefix))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return folder[place.Length..];
        }
    }

    public async IAsyncEnumerable<ListedObject> ListAsync(string bucket, string prefix, string? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var place = Place(bucket);
        foreach (var (path, size) in tree.Files(place + prefix))
        {
            cancellation.ThrowIfCancellationRequested();
            var key = path[place.Length..];
            if ((after is null || string.CompareOrdinal(key, after) > 0) && !(isBundle && key.EndsWith(Bundle.MetadataEnding, StringComparison.Ordinal)))
                yield return new(key, size, LastModified: null, StorageClass: null);
        }
    }

    public Task<ObjectBody> OpenAsync(string bucket, string key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var path = Place(bucket) + key;
            if (tree.Open(path) is not { } file)
                throw new OrgTrailException(new(ProblemIds.ObjectNotFound, ProblemKind.NotFound, $"There is no file {path}.", "Copy it, or prove the bucket itself."));
            return Task.FromResult(new ObjectBody(file.Content, file.Length, isBundle ? Metadata(path) : new Dictionary<string, string>()));
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or InvalidDataException)
        {
            throw new OrgTrailException(new("FileNotRead", ProblemKind.PermissionDenied, $"The file {key} cannot be read. {fault.Message}", "See to it that you may read the file."), fault);
        }
    }

    public async IAsyncEnumerable<DigestKey> ListPublicKeysAsync(string region, DateTimeOffset start, DateTimeOffset end, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        if (keys is null)
            throw new OrgTrailException(new(
                ProblemIds.PublicKeysNotKept, ProblemKind.NotFound,
                $"There is no {Bundle.KeysFile} beside the files.",
                "Prove a bundle of Export-OrgTrailEvidence, which has the public keys of CloudTrail, or the bucket itself."));
        foreach (var key in keys.Where(key => key.Region == region))
            yield return new(key.Fingerprint, key.Value, key.ValidFrom, key.ValidTo);
    }

    private string Place(string bucket) => isBundle ? $"{Bundle.ObjectsFolder}{bucket}/" : "";

    private Dictionary<string, string> Metadata(string path)
    {
        if (tree.Open(path + Bundle.MetadataEnding) is not { } file || file.Length > LargestMetadata) return [];
        using var content = file.Content;
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(content, ReceiptJson.Line) ?? [];
        }
        catch (JsonException)
        {
            // What cannot be read as metadata is none: then the signature is missing, and that is found.
            return [];
        }
    }
}
