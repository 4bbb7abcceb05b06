using System.Collections.Concurrent;

namespace OrgTrail.Health;

/// <summary>
/// Looks in the bucket whether anything came lately from every account in every Region. Growth is linear: one listing an
/// account and one key a origin, of which there are never more than <see cref="AtOnce"/> under way.
/// </summary>
/// <param name="search">Looks in the bucket.</param>
/// <param name="window">For how long a origin may be silent.</param>
/// <param name="now">The end of that time.</param>
/// <param name="progress">Shown how far it has come.</param>
internal sealed class CoverageSurvey(DeliverySearch search, TimeSpan window, DateTimeOffset now, CoverageProgress progress)
{
    /// <summary>How many calls are under way at the same time. Amazon S3 takes thousands a second.</summary>
    public const int AtOnce = 64;

    // Nobody reads more than the first of a long list, and each costs some ten calls.
    private const int MostTraced = 50;

    /// <summary>The Regions that each account ever delivered from.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> SeenAsync(IReadOnlyList<Account> accounts, CancellationToken cancellation)
    {
        var seen = new ConcurrentDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        progress.Begin(accounts.Count, "accounts");
        await Parallel.ForEachAsync(accounts, Options(cancellation), async (account, calling) =>
        {
            seen[account.Id] = await search.RegionsOfAsync(account.Id, calling);
            progress.Step();
        });
        return seen;
    }

    /// <summary>The origins from which nothing came lately, by account.</summary>
    /// <param name="origins">The origins that something must come from.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="isSeen">Whether anything ever came from a origin; where nothing did, nothing is looked for.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<ILookup<string, AccountRegion>> SilentAsync(IEnumerable<AccountRegion> origins, long count, Func<AccountRegion, bool> isSeen, CancellationToken cancellation)
    {
        var silent = new ConcurrentBag<AccountRegion>();
        progress.Begin(count, "Regions of accounts");
        await Parallel.ForEachAsync(origins, Options(cancellation), async (origin, calling) =>
        {
            if (!isSeen(origin) || await search.FirstSinceAsync(origin, now - window, calling) is null) silent.Add(origin);
            progress.Step();
        });
        return silent.OrderBy(origin => origin.Region, StringComparer.Ordinal).ToLookup(origin => origin.Account);
    }

    /// <summary>When something last came from each of the first few origins.</summary>
    public async Task<IReadOnlyDictionary<AccountRegion, DateTimeOffset?>> TraceAsync(IEnumerable<AccountRegion> origins, CancellationToken cancellation)
    {
        var last = new ConcurrentDictionary<AccountRegion, DateTimeOffset?>();
        await Parallel.ForEachAsync(origins.Take(MostTraced), Options(cancellation), async (origin, calling) =>
            last[origin] = await search.LastBeforeAsync(origin, now - window, calling));
        return last;
    }

    private static ParallelOptions Options(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
}
