using System.Collections.Concurrent;
using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>
/// Finds the lanes that are to be proved: those in the bucket, those that CloudTrail must deliver for whether they are there or
/// not, and those that an earlier receipt has. Whose a lane is, is told by the folders and by Organizations, never by the ARN.
/// </summary>
/// <param name="evidence">Where the files are.</param>
/// <param name="trail">The trail.</param>
/// <param name="request">What is wanted.</param>
internal sealed class LaneSearch(IEvidence evidence, ProvenTrail trail, ProofRequest request)
{
    private const int AtOnce = 16;
    private static readonly string[] Folders = ["CloudTrail-Digest", "CloudTrail"];

    private readonly ConcurrentDictionary<AccountRegion, ConcurrentDictionary<LogRoot, bool>> _lanes = new();

    /// <summary>Finds them.</summary>
    /// <exception cref="OrgTrailException">The bucket cannot be listed.</exception>
    public async Task<IReadOnlyList<LaneTask>> RunAsync(CancellationToken cancellation)
    {
        var places = new List<(LogRoot Root, string Account)>();
        foreach (var root in trail.Roots)
            foreach (var account in await AccountsInAsync(root, cancellation).ConfigureAwait(false))
                places.Add((root, account));
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(places, options, async (place, calling) => await RegionsOfAsync(place.Root, place.Account, calling).ConfigureAwait(false)).ConfigureAwait(false);

        var expected = Expected().ToHashSet();
        var earlier = (request.Earlier?.Chains ?? []).Where(chain => chain.Last is not null).ToLookup(chain => new AccountRegion(chain.AccountId, chain.Region));
        LaneTask[] found =
        [
            .. _lanes.Keys.Union(expected).Union(earlier.Select(chains => chains.Key)).Where(request.Wants)
                .OrderBy(lane => lane.AccountId, StringComparer.Ordinal).ThenBy(lane => lane.Region, StringComparer.Ordinal)
                .Select(lane => new LaneTask(lane, RootsOf(lane), MembershipOf(lane)) { Earlier = [.. earlier[lane]], IsExpected = expected.Contains(lane) || earlier.Contains(lane) }),
        ];
        return found.Length > 0 || request.Shard.Count > 1 ? found : [.. Asked().Select(lane => new LaneTask(lane, [trail.Roots[0]], MembershipOf(lane)) { IsExpected = false })];
    }

    // Nothing found is a result, too, and not silence.
    private IEnumerable<AccountRegion> Asked() =>
        from account in request.Accounts.Count > 0 ? request.Accounts : [trail.Arn.AccountId]
        from region in request.Regions.Count > 0 ? request.Regions : [trail.Arn.Region]
        select new AccountRegion(account, region);

    // The owner's own folder beside that of the organization holds no other account.
    private async Task<IReadOnlyList<string>> AccountsInAsync(LogRoot root, CancellationToken cancellation)
    {
        if (trail.OrganizationId is not null && !root.Prefix.EndsWith($"/{trail.OrganizationId}/", StringComparison.Ordinal)) return [trail.Arn.AccountId];
        if (request.Accounts.Count > 0) return request.Accounts;
        return [.. (await FoldersAsync(root.Bucket, root.Prefix, cancellation).ConfigureAwait(false)).Where(account => account.Length == 12 && account.All(char.IsAsciiDigit))];
    }

    // Where the caller may not list, what is expected is looked for all the same, and found to be unreadable.
    private async Task<IReadOnlyList<string>> FoldersAsync(string bucket, string prefix, CancellationToken cancellation)
    {
        var names = new List<string>();
        try
        {
            await foreach (var folder in evidence.ListFoldersAsync(bucket, prefix, cancellation).ConfigureAwait(false))
                names.Add(folder[prefix.Length..].TrimEnd('/'));
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Kind == ProblemKind.PermissionDenied)
        {
            return names;
        }

        return names;
    }

    private async Task RegionsOfAsync(LogRoot root, string account, CancellationToken cancellation)
    {
        foreach (var kind in Folders)
        {
            foreach (var region in await FoldersAsync(root.Bucket, $"{root.Prefix}{account}/{kind}/", cancellation).ConfigureAwait(false))
                if (Partition.Find(region) == trail.Arn.Partition)
                    Add(new(account, region), root, isOwn: kind == Folders[0]);
        }
    }

    // Log files in the owner's own folder may be of another trail, one of that account alone, unless this one's digests are there.
    private void Add(AccountRegion lane, LogRoot root, bool isOwn)
    {
        if (isOwn || root == trail.Roots[0]) _lanes.GetOrAdd(lane, _ => new())[root] = true;
    }

    private IEnumerable<AccountRegion> Expected()
    {
        // Of a trail that never delivered a digest, none is missing.
        if (trail.Accounts is null || trail.Status is { LatestDigestDeliveryTime: null }) return [];
        var regions = RegionsInUse().ToArray();
        return trail.Accounts.Where(account => account.IsActive && IsOld(account)).SelectMany(account => regions.Select(region => new AccountRegion(account.Id, region)));
    }

    private IEnumerable<string> RegionsInUse()
    {
        var seen = _lanes.Keys.Select(lane => lane.Region).ToHashSet(StringComparer.Ordinal);
        return trail.IsMultiRegion == false ? [trail.Arn.Region] : DefaultRegions.Of(trail.Arn.Partition).Where(seen.Contains).Append(trail.Arn.Region).Distinct();
    }

    // An account that joined a moment ago has no digest yet.
    private bool IsOld(Account account) =>
        account.JoinedTimestamp is not { } joined || (trail.Status?.LatestDigestDeliveryTime ?? request.EndTime) is not { } end || joined + Lateness.Hour + Lateness.Hour + Lateness.OfDigest < end;

    private IReadOnlyList<LogRoot> RootsOf(AccountRegion lane) => _lanes.TryGetValue(lane, out var roots) && !roots.IsEmpty
        ? [.. trail.Roots.Where(root => root == trail.Roots[0] || roots.ContainsKey(root))]
        : [trail.Roots[0]];

    private Membership MembershipOf(AccountRegion lane) => (trail.Accounts, trail.Accounts?.FirstOrDefault(account => account.Id == lane.AccountId)) switch
    {
        (null, _) => Membership.Unknown,
        (_, null) => Membership.Left,
        (_, { IsActive: true }) => Membership.Active,
        _ => Membership.Closed,
    };
}
