namespace OrgTrail.Core.Tests.Integrity;

public sealed class WholeOrganizationTests
{
    private readonly OrganizationScene _scene = new();

    [Fact]
    public async Task Every_account_and_Region_has_a_result()
    {
        var results = await _scene.ProveAsync();

        Assert.Equal(6, results.Count);
        Assert.All(results, result => Assert.Equal((IntegrityVerdict.Proven, 5, 10), (result.Verdict, result.Digests, result.Logs)));
        Assert.True(IntegrityReport.Of("arn", [.. results]).Proven);
    }

    [Fact]
    public async Task An_account_whose_files_were_deleted_whole_is_missed()
    {
        _scene.Delete(key => key.Contains("/222222222222/", StringComparison.Ordinal));

        var results = await _scene.ProveAsync();

        Assert.Equal(["222222222222 eu-central-1 NoDigests", "222222222222 us-east-1 NoDigests"], Wrong(results));
    }

    [Fact]
    public async Task A_chain_that_was_deleted_whole_is_missed_and_no_other_is_blamed()
    {
        _scene.Delete(key => key.Contains("/222222222222/CloudTrail-Digest/us-east-1/", StringComparison.Ordinal));

        Assert.Equal(["222222222222 us-east-1 NoDigests"], Wrong(await _scene.ProveAsync()));
    }

    [Fact]
    public async Task An_account_that_left_is_proved_as_far_as_it_goes()
    {
        _scene.Advance(5);
        _scene.Accounts = [.. _scene.Accounts!.Where(account => account.Id != "333333333333")];
        foreach (var lane in OrganizationScene.Regions.Select(region => _scene["333333333333", region]))
            foreach (var key in lane.Digests[3..].Concat(lane.Logs[6..])) _scene.Store.Files.Remove((LaneScene.Bucket, key));

        var left = (await _scene.ProveAsync()).Where(result => result.AccountId == "333333333333");

        Assert.All(left, result => Assert.Equal((IntegrityVerdict.Proven, 3, FindingKind.ChainEndMissing, FindingSeverity.Notice), (result.Verdict, result.Digests, result.Findings[0].Kind, result.Findings[0].Severity)));
    }

    [Fact]
    public async Task A_closed_account_without_files_is_not_due()
    {
        _scene.Accounts = [.. _scene.Accounts!, new("444444444444", "", "SUSPENDED", null)];

        Assert.Equal(6, (await _scene.ProveAsync()).Count);
    }

    [Fact]
    public async Task An_empty_bucket_is_no_success()
    {
        _scene.Store.Files.Clear();
        _scene.Accounts = null;

        var results = await _scene.ProveAsync();

        Assert.Equal((IntegrityVerdict.Incomplete, FindingKind.NoDigests), (Assert.Single(results).Verdict, Assert.Single(results[0].Findings).Kind));
        Assert.False(IntegrityReport.Of("arn", [.. results]).Proven);
        Assert.False(IntegrityReport.Of("arn", []).Proven);
    }

    [Fact]
    public async Task A_bucket_that_may_not_be_listed_leaves_all_incomplete()
    {
        _scene.Store.RefuseListing = _ => new(ProblemIds.AccessDenied, ProblemKind.PermissionDenied, "The caller may not call ListObjectsV2.", "Allow s3:ListBucket.");

        var results = await _scene.ProveAsync();

        Assert.Equal(3, results.Count);
        Assert.All(results, result => Assert.Equal((IntegrityVerdict.Incomplete, "Allow s3:ListBucket."), (result.Verdict, Assert.Single(result.Findings).Remedy)));
    }

    [Fact]
    public async Task The_owners_own_folder_belongs_to_the_chain_where_the_trail_delivered_there()
    {
        var own = new DeliveredLane(_scene.Store, new(LaneScene.Bucket, "AWSLogs/"), new("111111111111", "eu-west-1"), LaneScene.Trail) { Signer = Signer.Named("eu-central-1") };
        _scene.Store.Keys.Add(("eu-west-1", own.Signer.Key(LaneScene.Begin, LaneScene.Begin.AddDays(30))));
        own.Hours(LaneScene.Begin, 2);
        own.Root = LaneScene.Root;
        own.Hours(LaneScene.Begin.AddHours(2), 3);

        var result = Assert.Single(await _scene.ProveAsync(), result => result.Region == "eu-west-1" && result.AccountId == "111111111111");

        Assert.Equal((IntegrityVerdict.Proven, 5, 10), (result.Verdict, result.Digests, result.Logs));
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_proved()
    {
        _scene.Request = new() { Accounts = ["222222222222"], Regions = ["us-east-1"] };

        Assert.Equal("222222222222 us-east-1", string.Join(',', (await _scene.ProveAsync()).Select(result => $"{result.AccountId} {result.Region}")));
    }

    [Fact]
    public async Task Parts_are_apart_and_together_the_whole()
    {
        var lanes = new List<string>();
        for (var part = 1; part <= 4; part++)
        {
            _scene.Request = new() { Shard = new(part, 4) };
            lanes.AddRange((await _scene.ProveAsync()).Select(result => $"{result.AccountId} {result.Region}"));
        }

        Assert.Equal(6, lanes.Count);
        Assert.Equal(6, lanes.Distinct().Count());
    }

    [Fact]
    public async Task Cancelling_ends_the_proof()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _scene.ProveAsync(cancellation: stop.Token));
    }

    private static IEnumerable<string> Wrong(IEnumerable<IntegrityResult> results) => results
        .Where(result => result.Verdict != IntegrityVerdict.Proven)
        .Select(result => $"{result.AccountId} {result.Region} {string.Join(' ', result.Findings.Select(finding => finding.Kind).Distinct())}");
}
