using System.Runtime.CompilerServices;
using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>Finds the trails whose digests lie in the mirror of a bucket, by their names: those of log files do not tell the trail.</summary>
internal static class MirrorSearch
{
    // Deeper than any prefix of 200 characters that is not made to be deep.
    private const int Deepest = 32;

    /// <summary>Finds them.</summary>
    public static async IAsyncEnumerable<ProvenTrail> FindAsync(IFileTree tree, IEvidence evidence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = new Dictionary<(string Name, string Home), List<DeliveredName>>();
        foreach (var key in Digests(tree, "", 0))
        {
            cancellation.ThrowIfCancellationRequested();
            if (DeliveredName.Parse(key) is not { Kind: DeliveredKind.Digest } name || name.TrailOf() is not { } trail) continue;
            if (!found.TryGetValue(trail, out var places)) found[trail] = places = [];
            if (!places.Exists(place => place.Root == name.Root)) places.Add(name);
        }

        foreach (var (trail, places) in found.OrderBy(item => item.Key.Name, StringComparer.Ordinal))
            yield return await TrailAsync(evidence, trail, places, cancellation).ConfigureAwait(false);
    }

    private static async Task<ProvenTrail> TrailAsync(IEvidence evidence, (string Name, string Home) trail, List<DeliveredName> places, CancellationToken cancellation)
    {
        var organization = places.Select(place => place.Root.TrimEnd('/').Split('/')[^1]).FirstOrDefault(part => NamingRule.OrganizationId.Check(part) is null);
        var roots = places.OrderByDescending(place => organization is not null && place.Root.EndsWith($"/{organization}/", StringComparison.Ordinal)).Select(place => place.Root).ToArray();
        // The account that owns the trail is told by no file: only by its ARN.
        var arn = new TrailArn(Partition.Find(trail.Home)!, trail.Home, "*", trail.Name);
        var bucket = await BucketAsync(evidence, roots, places, cancellation).ConfigureAwait(false);
        return new(arn, organization, [.. roots.Select(root => new LogRoot(bucket, root))]) { Bucket = bucket };
    }

    // A folder has not the name of its bucket, but digests name it.
    private static async Task<string> BucketAsync(IEvidence evidence, string[] roots, List<DeliveredName> places, CancellationToken cancellation)
    {
        var first = places.First(place => place.Root == roots[0]);
        var key = $"{first.Root}{first.Lane.AccountId}/CloudTrail-Digest/{first.Lane.Region}/{first.Day}/{first.File}";
        try
        {
            var file = await new EvidenceReader(evidence, new ReadPace(1, TimeProvider.System)).ReadAsync("", key, cancellation).ConfigureAwait(false);
            return DigestReader.Read(file.Content).Bucket;
        }
        catch (Exception fault) when (fault is DigestFormatException or OrgTrailException or IOException)
        {
            // It is judged later; any name does for a folder.
            return "";
        }
    }

    private static IEnumerable<string> Digests(IFileTree tree, string folder, int depth)
    {
        if (depth > Deepest) yield break;
        foreach (var below in tree.Folders(folder))
        {
            var name = below[folder.Length..].TrimEnd('/');
            if (name == "CloudTrail-Digest")
            {
                foreach (var (path, _) in tree.Files(below)) yield return path;
            }
            else if (DeliveredName.KindOf(name) is null)
            {
                foreach (var path in Digests(tree, below, depth + 1)) yield return path;
            }
        }
    }
}
