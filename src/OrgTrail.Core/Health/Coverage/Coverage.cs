using OrgTrail.State;
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
    public static async Task<Coverage> LookAsync(TrailState state)
    {
        var keys = await KeysAsync(state);
        var accounts = await state.Cloud.Accounts;
        return await state.Bucket.Inside(async objects =>
        {
            using var progress = new CoverageProgress(state.Cloud.Feedback, state.Trail.Name);
            var survey = new CoverageSurvey(new DeliverySearch(objects, state.Bucket.Name, keys), keys.Window, state.Cloud.Now, progress);
            return await SurveyAsync(state, keys, accounts, survey);
        });
    }

    private static async Task<Coverage> SurveyAsync(TrailState state, DeliveredKeys keys, IReadOnlyList<Account> accounts, CoverageSurvey survey)
    {
        Account[] due = [.. accounts.Where(account => account.IsActive)];
        var seen = await survey.SeenAsync(due, state.Cloud.Cancellation);
        var regions = await RegionsInUse.OfAllAccountsAsync(state, seen.Values.SelectMany(found => found).ToHashSet(StringComparer.Ordinal));
        var regionsOf = due.ToDictionary(account => account.Id, account => state.Trail.IsMultiRegionTrail ? regions.Union(seen[account.Id]).ToArray() : regions);
        var silent = await survey.SilentAsync(
            due.SelectMany(account => regionsOf[account.Id].Select(region => new AccountRegion(account.Id, region))),
            regionsOf.Values.Sum(own => own.Count),
            origin => seen[origin.Account].Contains(origin.Region),
            state.Cloud.Cancellation);
        var last = await survey.TraceAsync(silent.Select(account => account.First()), state.Cloud.Cancellation);
        return new(
            keys,
            keys.ComeAlways || (seen.Values.Any(found => found.Count == 0) && RecordedEvents.Of(await state.Selectors).Management),
            due.Length,
            [.. regionsOf.Values.SelectMany(own => own).Distinct().Order(StringComparer.Ordinal)],
            [.. due.Where(account => silent.Contains(account.Id)).Select(account => Gap(account, [.. silent[account.Id]], last, state.Cloud.Now) with { NeverDelivered = seen[account.Id].Count == 0 })],
            [.. accounts.Where(account => !account.IsActive).Select(account => Gap(account, [], last, state.Cloud.Now))]);
    }

    private static async Task<DeliveredKeys> KeysAsync(TrailState state)
    {
        var trail = state.Trail;
        var prefix = string.IsNullOrEmpty(trail.S3KeyPrefix) ? "" : $"{trail.S3KeyPrefix}/";
        var logs = $"{prefix}AWSLogs/{(await state.Cloud.Organization).Id}/";
        return AreDigestsDue(state, await state.Status) ? new DigestKeys(logs, state.Arn) : new LogKeys(logs);
    }

    // Digests that never came, though log files do and the trail has logged for long, say nothing about accounts: log file
    // validation was switched on a short time ago, or they fail altogether, which other checks report.
    private static bool AreDigestsDue(TrailState state, TrailStatus status) => state.Trail.LogFileValidationEnabled
        && (status is not { LatestDigestDeliveryTime: null, LatestDeliveryTime: not null } || state.Cloud.Now - status.StartLoggingTime < DigestKeys.Tolerance);

    private static CoverageGap Gap(Account account, AccountRegion[] silent, IReadOnlyDictionary<AccountRegion, DateTimeOffset?> last, DateTimeOffset now) => new()
    {
        AccountId = account.Id,
        AccountName = account.Name,
        State = account.State,
        Regions = [.. silent.Select(origin => origin.Region)],
        LastDelivery = silent.Length > 0 ? last.GetValueOrDefault(silent[0]) : null,
        Explanation = !account.IsActive ? $"its state is {account.State}"
            : account.JoinedTimestamp is { } joined && now - joined < NewFor ? $"it joined the organization {Age.Text(now - joined)} ago"
            : null,
    };
}
