using OrgTrail.Integrity;

namespace OrgTrail.Core.Tests.Integrity;

public sealed class CleanChainTests
{
    [Fact]
    public async Task All_that_was_delivered_is_proved()
    {
        var scene = new LaneScene(hours: 30, logs: 3);

        var result = await scene.ProveAsync();

        Assert.Empty(result.Findings);
        Assert.Equal(IntegrityVerdict.Proven, result.Verdict);
        Assert.Equal((30, 90), (result.Digests, result.Logs));
        Assert.Equal((LaneScene.Begin, LaneScene.Begin.AddHours(30)), (result.ProvenFrom, result.ProvenTo));
        Assert.Equal(scene.Delivered.Logs.Sum(key => (long)Packing.Unzip(scene[key].Bytes).Length), result.Bytes);
    }

    [Fact]
    public async Task The_proof_keeps_the_first_and_the_newest_digest_of_the_chain()
    {
        var scene = new LaneScene();

        var chain = Assert.Single((await scene.ProveAsync()).Chains);

        Assert.Equal((scene.Delivered.Digests[0], scene.Delivered.Digests[^1]), (chain.First!.Key, chain.Last!.Key));
        Assert.Equal(scene[chain.Last.Key].Metadata["signature"], chain.Last.Signature);
    }

    [Fact]
    public async Task Idle_hours_are_proved_without_log_files()
    {
        var result = await new LaneScene(logs: 0).ProveAsync();

        Assert.Equal((IntegrityVerdict.Proven, 8, 0), (result.Verdict, result.Digests, result.Logs));
    }

    [Fact]
    public async Task A_key_in_the_form_of_a_certificate_is_taken()
    {
        var scene = new LaneScene(hours: 0);
        scene.Delivered.Signer = Signer.Named("spki", isPkcs1: false);
        scene.Store.Keys.Add((scene.Delivered.Lane.Region, scene.Delivered.Signer.Key(LaneScene.Begin, LaneScene.Begin.AddDays(30))));
        scene.Delivered.Hours(LaneScene.Begin, 3);

        Assert.Equal(IntegrityVerdict.Proven, (await scene.ProveAsync()).Verdict);
    }

    [Fact]
    public async Task A_key_whose_window_is_outside_of_the_range_is_looked_for_once_more()
    {
        var scene = new LaneScene();
        scene.Store.Keys.Clear();
        scene.Store.Keys.Add((scene.Delivered.Lane.Region, scene.Delivered.Signer.Key(LaneScene.Begin.AddDays(2), LaneScene.Begin.AddDays(32))));

        Assert.Equal(IntegrityVerdict.Proven, (await scene.ProveAsync()).Verdict);
    }

    [Fact]
    public async Task Late_log_files_have_a_chain_of_their_own()
    {
        var scene = new LaneScene();
        var late = new DeliveredLane(scene.Store, LaneScene.Root, scene.Delivered.Lane, LaneScene.Trail) { IsBackfill = true };
        late.Hour(LaneScene.Begin.AddHours(1), LaneScene.Begin.AddHours(2).AddMinutes(-7), 2).Hour(LaneScene.Begin.AddHours(2), LaneScene.Begin.AddHours(3).AddMinutes(-7), 2);

        var result = await scene.ProveAsync();

        // Both number their files alike, so the names of late ones must differ by the minute.
        Assert.Empty(result.Findings);
        Assert.Equal((10, 20), (result.Digests, result.Logs));
        Assert.Equal([false, true], result.Chains.Select(chain => chain.IsBackfill));
    }

    [Fact]
    public async Task The_chain_is_followed_from_one_bucket_to_another()
    {
        var scene = new LaneScene(hours: 0);
        scene.Delivered.Root = new("acme-old", "old/AWSLogs/o-exampleorgid/");
        scene.Delivered.Hours(LaneScene.Begin, 4);
        scene.Delivered.Root = LaneScene.Root;
        scene.Delivered.Hours(LaneScene.Begin.AddHours(4), 4);

        var result = await scene.ProveAsync();

        Assert.Empty(result.Findings);
        Assert.Equal((8, 16), (result.Digests, result.Logs));
    }

    [Fact]
    public async Task A_stop_and_a_start_are_a_gap_and_no_fault()
    {
        var scene = new LaneScene();
        var again = LaneScene.Begin.AddHours(20);
        scene.Delivered.Restart().Hours(again, 3);
        scene.Scope = scene.Scope with { LatestDigest = again.AddHours(3.5), Stopped = LaneScene.Begin.AddHours(8), Started = again.AddHours(1) };

        var result = await scene.ProveAsync();

        var gap = Assert.Single(result.Findings);
        Assert.Equal((FindingKind.ChainGap, FindingSeverity.Notice), (gap.Kind, gap.Severity));
        Assert.Equal((IntegrityVerdict.Proven, 11), (result.Verdict, result.Digests));
    }

    [Fact]
    public async Task Only_the_asked_time_is_proved()
    {
        var scene = new LaneScene(hours: 12);
        scene.Scope = scene.Scope with { From = LaneScene.Begin.AddHours(3.5), To = LaneScene.Begin.AddHours(6.5) };

        var result = await scene.ProveAsync();

        Assert.Empty(result.Findings);
        Assert.Equal((LaneScene.Begin.AddHours(3), LaneScene.Begin.AddHours(7)), (result.ProvenFrom, result.ProvenTo));
    }

    [Fact]
    public async Task The_files_of_the_probe_and_of_other_sorts_are_no_fault()
    {
        var scene = new LaneScene();
        var lane = scene.Delivered.Lane;
        foreach (var key in new[] { $"{LaneScene.Root.Logs(lane)}", $"{LaneScene.Root.Digests(lane)}", $"{LaneScene.Root.Prefix}{lane.AccountId}/CloudTrail-Insight/{lane.Region}/2026/03/01/x.json.gz" })
            scene.Store.Files[(LaneScene.Bucket, key)] = new() { Bytes = [] };

        Assert.Empty((await scene.ProveAsync()).Findings);
    }

    [Fact]
    public async Task A_log_file_that_is_younger_than_the_newest_digest_is_a_notice()
    {
        var scene = new LaneScene();
        var young = scene.Delivered.Log(LaneScene.Begin.AddHours(8).AddMinutes(20));

        var result = await scene.ProveAsync();

        var finding = Assert.Single(result.Findings);
        Assert.Equal((FindingKind.LogNotYetListed, FindingSeverity.Notice, young), (finding.Kind, finding.Severity, finding.Key));
        Assert.Equal(IntegrityVerdict.Proven, result.Verdict);
    }

    [Fact]
    public async Task A_digest_may_be_ninety_minutes_late()
    {
        var scene = new LaneScene();
        scene.Scope = scene.Scope with { LatestDigest = LaneScene.Begin.AddHours(8 + 1).AddMinutes(90) };

        Assert.Empty((await scene.ProveAsync()).Findings);
    }

    [Fact]
    public async Task The_prefix_may_have_the_form_of_an_organization()
    {
        var name = DeliveredName.Parse("o-exampleorgid/AWSLogs/o-exampleorgid/222222222222/CloudTrail-Digest/eu-central-1/2026/03/01/222222222222_CloudTrail-Digest_eu-central-1_acme_us-east-1_20260301T101523Z_backfill.json.gz");

        Assert.Equal("o-exampleorgid/AWSLogs/o-exampleorgid/", name!.Value.Root);
        Assert.Equal((new DateTimeOffset(2026, 3, 1, 10, 15, 23, TimeSpan.Zero), true), name.Value.DigestOf(LaneScene.Trail));
        await Task.CompletedTask;
    }
}
