using System.Runtime.CompilerServices;
using System.Text.Json;
using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>The logs of one trail in a copy.</summary>
/// <param name="Evidence">The files.</param>
/// <param name="Trail">The trail.</param>
/// <param name="Manifest">What the bundle says of itself; <see langword="null"/> for the mirror of a bucket.</param>
internal sealed record CopiedLogs(IEvidence Evidence, ProvenTrail Trail, BundleManifest? Manifest)
{
    private const int LargestFile = 64 * 1024 * 1024;

    /// <summary>Whether log files are in it. A bundle may have digests alone.</summary>
    public bool HasLogs => Manifest?.HasLogs != false;

    /// <summary>Opens a copy; what comes of it is good until the next is asked for.</summary>
    /// <param name="path">A folder, or a zip file.</param>
    /// <param name="wanted">The trail; <see langword="null"/> for all that are in it.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OrgTrailException">There is no such copy, or no digest in it (<c>NoEvidence</c>).</exception>
    public static async IAsyncEnumerable<CopiedLogs> OpenAsync(string path, TrailIdentity? wanted, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var tree = Open(path);
        var keys = Read<IReadOnlyList<ReceiptKey>>(tree, Bundle.KeysFile);
        var manifest = Read<BundleManifest>(tree, Bundle.ManifestFile);
        var evidence = new CopiedEvidence(tree, manifest is not null, keys);
        var any = false;
        if (manifest is not null)
        {
            any = true;
            yield return new(evidence, Of(manifest), manifest);
        }
        else
        {
            await foreach (var trail in MirrorSearch.FindAsync(tree, evidence, cancellation).ConfigureAwait(false))
            {
                if (wanted is not null && (wanted.IsArn ? wanted.RequireArn() with { AccountId = trail.Arn.AccountId } != trail.Arn : wanted.ToString() != trail.Arn.Name)) continue;
                any = true;
                yield return new(evidence, wanted is { IsArn: true } ? trail with { Arn = wanted.RequireArn() } : trail, null);
            }
        }

        if (!any) throw Nothing(path, "there is no digest of such a trail in it");
    }

    private static ProvenTrail Of(BundleManifest manifest) => new(TrailArn.Parse(manifest.TrailArn), manifest.OrganizationId, [.. manifest.Roots.Select(root => new LogRoot(root.Bucket, root.Prefix))])
    {
        IsMultiRegion = manifest.IsMultiRegion,
        Accounts = manifest.Accounts,
        Bucket = manifest.Roots.Count == 0 ? null : manifest.Roots[0].Bucket,
        Status = manifest.Status is not { } status ? null : new TrailStatus
        {
            Name = TrailArn.Parse(manifest.TrailArn).Name,
            TrailARN = manifest.TrailArn,
            HomeRegion = TrailArn.Parse(manifest.TrailArn).Region,
            IsLogging = status.IsLogging,
            LatestDigestDeliveryTime = status.LatestDigestDeliveryTime,
            StartLoggingTime = status.StartLoggingTime,
            StopLoggingTime = status.StopLoggingTime,
        },
    };

    private static IFileTree Open(string path)
    {
        if (Directory.Exists(path)) return new FolderTree(path);
        try
        {
            return ZipTree.Open(File.OpenRead(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw Nothing(path, fault.Message);
        }
    }

    private static T? Read<T>(IFileTree tree, string name)
        where T : class
    {
        if (tree.Open(name) is not { } file) return null;
        using var content = file.Content;
        try
        {
            return file.Length <= LargestFile ? JsonSerializer.Deserialize<T>(content, ReceiptJson.Readable) : throw new JsonException("it is too large");
        }
        catch (JsonException fault)
        {
            throw Nothing(name, $"it is no file of a bundle: {fault.Message}");
        }
    }

    private static OrgTrailException Nothing(string path, string why) => new(new(
        "NoEvidence", ProblemKind.NotFound,
        $"Nothing can be proved from {path}: {why}.",
        "Give a bundle of Export-OrgTrailEvidence, or a folder that has the bucket's keys as paths: AWSLogs/… below it, or below the trail's prefix."));
}
