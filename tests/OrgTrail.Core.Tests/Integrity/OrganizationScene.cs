using OrgTrail.Core.Tests.Doubles;
using OrgTrail.Integrity;
using OrgTrail.Operations;
using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Integrity;

/// <summary>An organization of three accounts in two Regions, and the proof of all that was delivered for it.</summary>
internal sealed class OrganizationScene
{
    public static readonly string[] AccountIds = ["111111111111", "222222222222", "333333333333"];
    public static readonly string[] Regions = ["eu-central-1", "us-east-1"];

    private readonly Dictionary<AccountRegion, DeliveredLane> _lanes = [];

    public OrganizationScene(int hours = 5)
    {
        foreach (var region in Regions)
            Store.Keys.Add((region, Signer.Named(region).Key(LaneScene.Begin.AddDays(-10), LaneScene.Begin.AddDays(20))));
        foreach (var account in AccountIds)
            foreach (var region in Regions)
                _lanes[new(account, region)] = new DeliveredLane(Store, LaneScene.Root, new(account, region), LaneScene.Trail).Hours(LaneScene.Begin, hours);
        Hours = hours;
    }

    public BucketStore Store { get; } = new();

    public int Hours { get; private set; }

    public IReadOnlyList<Account>? Accounts { get; set; } = [.. AccountIds.Select(id => new Account(id, "", "ACTIVE", null))];

    public RecordedFeedback Feedback { get; } = new();

    public ProofRequest Request { get; set; } = new();

    public DeliveredLane this[string account, string region] => _lanes[new(account, region)];

    public ProvenTrail Trail => new(LaneScene.Trail, "o-exampleorgid", [LaneScene.Root, new(LaneScene.Bucket, "AWSLogs/")])
    {
        IsMultiRegion = true,
        Accounts = Accounts,
        Bucket = LaneScene.Bucket,
        Status = new() { Name = "acme", TrailARN = LaneScene.Trail.ToString(), HomeRegion = "us-east-1", IsLogging = true, LatestDigestDeliveryTime = LaneScene.Begin.AddHours(Hours).AddMinutes(30) },
    };

    /// <summary>Delivers more.</summary>
    public void Advance(int hours)
    {
        foreach (var lane in _lanes.Values) lane.Hours(LaneScene.Begin.AddHours(Hours), hours);
        Hours += hours;
    }

    public async Task<IReadOnlyList<IntegrityResult>> ProveAsync(string? receipt = null, CancellationToken cancellation = default)
    {
        var results = new List<IntegrityResult>();
        await foreach (var result in ProveLogs.RunAsync(Store, Trail, Request, receipt, TimeProvider.System, Feedback, cancellation)) results.Add(result);
        return [.. results.OrderBy(result => result.AccountId, StringComparer.Ordinal).ThenBy(result => result.Region, StringComparer.Ordinal)];
    }

    public void Delete(Func<string, bool> which)
    {
        foreach (var file in Store.Files.Keys.Where(file => which(file.Key)).ToArray()) Store.Files.Remove(file);
    }
}
