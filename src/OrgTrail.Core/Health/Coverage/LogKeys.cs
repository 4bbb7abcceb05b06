namespace OrgTrail.Health;

/// <summary>The keys of log files. They come when something happened, and do not tell their trail.</summary>
/// <param name="logs">The folder of all accounts.</param>
internal sealed class LogKeys(string logs) : DeliveredKeys(logs)
{
    public override TimeSpan Window => TimeSpan.FromHours(24);

    public override bool ComeAlways => false;

    protected override string Kind => "CloudTrail";

    protected override string StampFormat => "yyyyMMdd'T'HHmm'Z'";

    protected override string Stem(AccountRegion origin) => $"{origin.Account}_CloudTrail_{origin.Region}_";

    protected override bool IsEnd(ReadOnlySpan<char> end) => end is ['_', ..] && end.EndsWith(".json.gz", StringComparison.Ordinal);
}
