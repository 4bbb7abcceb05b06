using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>Lists the digests of a lane, in all places where they may lie.</summary>
/// <param name="evidence">Where the files are.</param>
/// <param name="scope">What is to be proved.</param>
/// <param name="lane">Whose digests.</param>
internal sealed class DigestListing(IEvidence evidence, ProofScope scope, AccountRegion lane)
{
    private readonly List<ListedDigest> _found = [];

    /// <summary>Whether digests of another trail lie there, too.</summary>
    public bool IsShared { get; private set; }

    /// <summary>The digests, in the order of time.</summary>
    public IEnumerable<ListedDigest> Found => _found.OrderBy(digest => digest.End).ThenBy(digest => digest.Key, StringComparer.Ordinal);

    /// <summary>Lists one place.</summary>
    /// <param name="root">The place.</param>
    /// <param name="from">From when on; <see langword="null"/> for all.</param>
    /// <param name="cancellation">Ends the listing.</param>
    /// <exception cref="OrgTrailException">It is refused.</exception>
    public async Task AddAsync(LogRoot root, DateTimeOffset? from, CancellationToken cancellation)
    {
        var folder = root.Digests(lane);
        var after = from is { } start ? folder + LogRoot.Day(start) : null;
        // The digest of the asked end is the one whose hour it lies in.
        var until = scope.To is { } end ? end + Lateness.Hour : DateTimeOffset.MaxValue;
        await foreach (var file in evidence.ListAsync(root.Bucket, folder, after, cancellation).ConfigureAwait(false))
        {
            if (DeliveredName.Parse(file.Key) is not { Kind: DeliveredKind.Digest } name) continue;
            if (name.DigestOf(scope.Trail) is not { } digest) IsShared |= name.StampOf() is not null;
            else if (digest.End >= until) return;
            else if (from is null || digest.End >= from) _found.Add(new(root.Bucket, file.Key, digest.End, digest.IsBackfill, file.LastModified));
        }
    }
}
