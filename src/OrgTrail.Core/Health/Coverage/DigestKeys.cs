using OrgTrail.Trails;

namespace OrgTrail.Health;

/// <summary>The keys of digests. They come every hour from every origin, also when nothing happened, and name their trail.</summary>
/// <param name="logs">The folder of all accounts.</param>
/// <param name="trail">The trail.</param>
internal sealed class DigestKeys(string logs, TrailArn trail) : DeliveredKeys(logs)
{
    private const string Ending = ".json.gz";

    /// <summary>Two digests may be late.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromHours(3);

    public override TimeSpan Window => Tolerance;

    public override bool ComeAlways => true;

    protected override string Kind => "CloudTrail-Digest";

    protected override string StampFormat => "yyyyMMdd'T'HHmmss'Z'";

    protected override string Stem(AccountRegion origin) => $"{origin.Account}_CloudTrail-Digest_{origin.Region}_{trail.Name}_{trail.Region}_";

    protected override bool IsEnd(ReadOnlySpan<char> end) => end is Ending or "_backfill" + Ending;
}
