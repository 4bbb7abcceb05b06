using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>What somebody wants proved.</summary>
internal sealed record ProofRequest
{
    /// <summary>From when on; <see langword="null"/> from the beginning, or from where the receipt ends.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Up to when; <see langword="null"/> for all there is.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>The accounts; empty for all.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>The Regions; empty for all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The part of all lanes.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>How many files are read at once, at most.</summary>
    public int ThrottleLimit { get; init; } = 32;

    /// <summary>Whether log files are there to be read. A bundle may have digests alone.</summary>
    public bool HasLogs { get; init; } = true;

    /// <summary>The receipt of an earlier proof; <see langword="null"/> for none.</summary>
    public Receipt? Earlier { get; init; }

    /// <summary>Makes one of what somebody gave.</summary>
    /// <exception cref="OrgTrailException">It breaks a rule: <c>InvalidTimeRange</c>, <c>InvalidShard</c>, <c>InvalidAccountId</c>, <c>InvalidRegion</c>.</exception>
    public static ProofRequest Of(DateTime? start, DateTime? end, IReadOnlyList<string> accounts, IReadOnlyList<string> regions, string shard, int throttleLimit)
    {
        foreach (var account in accounts) NamingRule.AccountId.Require(account);
        foreach (var region in regions) NamingRule.Region.Require(region);
        var (from, to) = (Utc(start), Utc(end));
        if (from >= to)
            throw new OrgTrailException(new("InvalidTimeRange", ProblemKind.InvalidInput, "-EndTime is not behind -StartTime.", "Give a time behind -StartTime, or leave one of them out."));
        return new() { StartTime = from, EndTime = to, Accounts = accounts, Regions = regions, Shard = Shard.Parse(shard), ThrottleLimit = throttleLimit };
    }

    private static DateTimeOffset? Utc(DateTime? time) => time is not { } given ? null : new DateTimeOffset(given).ToUniversalTime();

    /// <summary>Whether a lane is wanted.</summary>
    public bool Wants(Trails.AccountRegion lane) =>
        (Accounts.Count == 0 || Accounts.Contains(lane.AccountId)) && (Regions.Count == 0 || Regions.Contains(lane.Region)) && Shard.Has(lane);
}
