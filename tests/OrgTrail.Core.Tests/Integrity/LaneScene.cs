using OrgTrail.Integrity;
using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Integrity;

/// <summary>One account in one Region, a day of deliveries, and the proof of them.</summary>
internal sealed class LaneScene
{
    public const string Bucket = "acme-audit";
    public static readonly DateTimeOffset Begin = new(2026, 3, 1, 9, 15, 23, TimeSpan.Zero);
    public static readonly TrailArn Trail = TrailArn.For("us-east-1", "111111111111", "acme");
    public static readonly LogRoot Root = new(Bucket, "AWSLogs/o-exampleorgid/");

    public LaneScene(int hours = 8, int logs = 2, string account = "222222222222", string region = "eu-central-1")
    {
        var signer = Signer.Named(region);
        Store.Keys.Add((region, signer.Key(Begin.AddDays(-10), Begin.AddDays(20))));
        Delivered = new DeliveredLane(Store, Root, new AccountRegion(account, region), Trail).Hours(Begin, hours, logs);
        Scope = new(Trail) { LatestDigest = Begin.AddHours(hours).AddMinutes(30) };
    }

    public BucketStore Store { get; } = new();

    public DeliveredLane Delivered { get; }

    public ProofScope Scope { get; set; }

    public Membership Membership { get; set; } = Membership.Active;

    public List<ProvenChain> Earlier { get; } = [];

    /// <summary>The public keys, read once.</summary>
    public SigningKeys? Keys { get; set; }

    public StoredFile this[string key] => Store.Files[(Bucket, key)];

    public async Task<IntegrityResult> ProveAsync(CancellationToken cancellation = default)
    {
        var keys = Keys ??= new SigningKeys(Store, Scope.From ?? Begin, Scope.To ?? Begin.AddDays(1));
        var reader = new EvidenceReader(Store, new ReadPace(16, TimeProvider.System));
        return await new LaneProof(reader, keys, Scope, _ => { }).RunAsync(new(Delivered.Lane, [Root], Membership) { Earlier = Earlier }, cancellation);
    }

    public void Delete(string key) => Assert.True(Store.Files.Remove((Bucket, key)));
}
