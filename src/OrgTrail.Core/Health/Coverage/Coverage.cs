using OrgTrail.Trails;

namespace OrgTrail.Health;

/// <summary>From which accounts and Regions a trail's files come.</summary>
/// <param name="Evidence">What was looked for.</param>
/// <param name="ComesFromAll">Whether something comes from every account at some time: digests, or log files of management events.</param>
/// <param name="Due">How many accounts something must come from.</param>
/// <param name="Regions">The Regions that something must come from, in every account or in those that opted in.</param>
/// <param name="Silent">The accounts from which not everything came.</param>
/// <param name="Idle">The accounts from which nothing must come.</param>
internal sealed record Coverage(
    DeliveredKeys Evidence, bool ComesFromAll, int Due, IReadOnlyList<string> Regions, IReadOnlyList<CoverageGap> Silent, IReadOnlyList<CoverageGap> Idle)
{
    private static readonly TimeSpan NewFor = TimeSpan.FromHours(24);

    /// <summary>Looks at the organization's accounts, and into the bucket.</summary>
    /// <exception cref="OrgTrailException">The accounts or the bucket cannot be seen.</exception>
    public static async Task<Coverage> LookAsync(TrailFacts facts)
    {
        var keys = await KeysAsync(facts);
        var accounts = await facts.Accounts;
        return await facts.Bucket.LookInsideAsync(async objects =>
        {
            using var progress = new CoverageProgress(facts.Feedback, facts.Trail.Name);
            var survey = new CoverageSurvey(new DeliverySearch(objects, facts.Bucket.Name, keys), keys.Window, facts.Now, progress);
            return await SurveyAsync(facts, keys, accounts, survey);
        });
    }

    private static async Task<Coverage> SurveyAsync(TrailFacts facts, DeliveredKeys keys, IReadOnlyList<Account> accounts, CoverageSurvey survey)
    {
        Account[] due = [.. accounts.Where(account => account.IsActive)];
        var seen = await survey.SeenAsync(due, facts.Cancellation);
        var regions = await RegionsInUse.OfAllAccountsAsync(facts, seen.Values.SelectMany(found => found).ToHashSet(StringComparer.Ordinal));
        var regionsOf = due.ToDictionary(account => account.Id, account => facts.Trail.IsMultiRegionTrail ? regions.Union(seen[account.Id]).ToArray() : regions);
        var silent = await survey.SilentAsync(
            due.SelectMany(account => regionsOf[account.Id].Select(region => new Lane(account.Id, region))),
            regionsOf.Values.Sum(own => own.Count),
            lane => seen[lane.Account].Contains(lane.Region),
            facts.Cancellation);
        var last = await survey.TraceAsync(silent.Select(account => account.First()), facts.Cancellation);
        return new(
            keys,
            keys.ComeAlways || (seen.Values.Any(found => found.Count == 0) && RecordedEvents.Of(await facts.Selectors).Management),
            due.Length,
            [.. regionsOf.Values.SelectMany(own => own).Distinct().Order(StringComparer.Ordinal)],
            [.. due.Where(account => silent.Contains(account.Id)).Select(account => Gap(account, [.. silent[account.Id]], last, facts.Now) with { NeverDelivered = seen[account.Id].Count == 0 })],
            [.. accounts.Where(account => !account.IsActive).Select(account => Gap(account, [], last, facts.Now))]);
    }

    private static async Task<DeliveredKeys> KeysAsync(TrailFacts facts)
    {
        var trail = facts.Trail;
        var prefix = string.IsNullOrEmpty(trail.S3KeyPrefix) ? "" : $"{trail.S3KeyPrefix}/";
        var logs = $"{prefix}AWSLogs/{(await facts.Organization).Id}/";
        return AreDigestsDue(facts, await facts.Status) ? new DigestKeys(logs, facts.Arn) : new LogKeys(logs);
    }

    // Digests that never came, though log files do and the trail has logged for long, say nothing about accounts: log file
    // validation was switched on a short time ago, or they fail altogether, which other checks report.
    private static bool AreDigestsDue(TrailFacts facts, TrailStatus status) => facts.Trail.LogFileValidationEnabled
        && (status is not { LatestDigestDeliveryTime: null, LatestDeliveryTime: not null } || facts.Now - status.StartLoggingTime < DigestKeys.Patience);

    private static CoverageGap Gap(Account account, Lane[] silent, IReadOnlyDictionary<Lane, DateTimeOffset?> last, DateTimeOffset now) => new()
    {
        AccountId = account.Id,
        AccountName = account.Name,
        State = account.State,
        Regions = [.. silent.Select(lane => lane.Region)],
        LastDelivery = silent.Length > 0 ? last.GetValueOrDefault(silent[0]) : null,
        Explanation = !account.IsActive ? $"its state is {account.State}"
            : account.JoinedTimestamp is { } joined && now - joined < NewFor ? $"it joined the organization {Age.Text(now - joined)} ago"
            : null,
    };
}
