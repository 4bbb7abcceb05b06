using OrgTrail.Integrity;

namespace OrgTrail.Core.Tests.Integrity;

/// <summary>What cannot be read is neither proved nor refuted.</summary>
public sealed class UnreadableTests
{
    private static readonly Problem Denied = new(ProblemIds.AccessDenied, ProblemKind.PermissionDenied, "The caller may not call GetObject.", "Allow s3:GetObject.");
    private static readonly Problem Archived = new(ProblemIds.ObjectArchived, ProblemKind.InvalidState, "The object is archived.", "Restore it.");

    [Fact]
    public async Task A_log_that_may_not_be_read_is_unknown()
    {
        var scene = new LaneScene();
        scene[scene.Delivered.Logs[3]].Refusal = Denied;

        await AssertUnknownAsync(scene, FindingKind.LogUnreadable, scene.Delivered.Logs[3], "Allow s3:GetObject.");
    }

    [Fact]
    public async Task An_archived_log_is_unknown_and_comes_with_the_command_that_restores_it()
    {
        var scene = new LaneScene();
        var key = scene.Delivered.Logs[3];
        scene[key].Refusal = Archived;

        await AssertUnknownAsync(scene, FindingKind.LogArchived, key, $"aws s3api restore-object --bucket 'acme-audit' --key '{key}' --restore-request Days=7");
    }

    [Fact]
    public async Task A_digest_that_may_not_be_read_is_unknown_and_its_logs_are_not_blamed()
    {
        var scene = new LaneScene();
        scene[scene.Delivered.Digests[3]].Refusal = Denied;

        await AssertUnknownAsync(scene, FindingKind.DigestUnreadable, scene.Delivered.Digests[3], "Allow s3:GetObject.");
    }

    [Fact]
    public async Task Keys_that_cannot_be_seen_leave_all_unknown()
    {
        var scene = new LaneScene(hours: 2);
        scene.Store.RefuseKeys = _ => Denied;

        var result = await scene.ProveAsync();

        Assert.Equal((IntegrityVerdict.Incomplete, 0), (result.Verdict, result.Digests));
        Assert.All(result.Findings, finding => Assert.Equal((FindingKind.DigestKeyUnknown, FindingSeverity.Unknown), (finding.Kind, finding.Severity)));
        Assert.Contains("cloudtrail:ListPublicKeys", result.Findings[0].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listing_that_is_refused_is_unknown_and_not_empty()
    {
        var scene = new LaneScene { Store = { RefuseListing = _ => Denied } };

        var result = await scene.ProveAsync();

        Assert.Equal(IntegrityVerdict.Incomplete, result.Verdict);
        Assert.Equal(FindingKind.DigestUnreadable, Assert.Single(result.Findings).Kind);
    }

    [Fact]
    public async Task Nothing_found_is_never_success()
    {
        var scene = new LaneScene { Membership = Membership.Unknown };
        scene.Store.Files.Clear();

        var result = await scene.ProveAsync();

        Assert.Equal((IntegrityVerdict.Incomplete, FindingKind.NoDigests), (result.Verdict, Assert.Single(result.Findings).Kind));
    }

    [Fact]
    public async Task A_plain_copy_proves_what_the_chain_proves_and_says_that_the_newest_rests_on_nothing()
    {
        var scene = new LaneScene { Store = { HasMetadata = false } };

        var result = await scene.ProveAsync();

        var finding = Assert.Single(result.Findings);
        Assert.Equal((FindingKind.DigestSignatureInvalid, FindingSeverity.Unknown, scene.Delivered.Digests[^1]), (finding.Kind, finding.Severity, finding.Key));
        Assert.Equal((IntegrityVerdict.Incomplete, 7, 14), (result.Verdict, result.Digests, result.Logs));
    }

    [Fact]
    public async Task A_plain_copy_shows_which_digest_was_changed()
    {
        var scene = new LaneScene { Store = { HasMetadata = false } };
        var changed = scene[scene.Delivered.Digests[3]];
        changed.Bytes = Packing.Zip(System.Text.Encoding.UTF8.GetString(Packing.Unzip(changed.Bytes)).Replace("SHA256withRSA", "SHA256WithRSA", StringComparison.Ordinal));

        var result = await scene.ProveAsync();

        Assert.Equal([FindingKind.DigestModified, FindingKind.DigestSignatureInvalid], result.Findings.Select(finding => finding.Kind));
        Assert.Equal(scene.Delivered.Digests[3], result.Findings[0].Key);
    }

    private static async Task AssertUnknownAsync(LaneScene scene, FindingKind kind, string key, string remedy)
    {
        var result = await scene.ProveAsync();

        var finding = Assert.Single(result.Findings);
        Assert.Equal((kind, FindingSeverity.Unknown, key), (finding.Kind, finding.Severity, finding.Key));
        Assert.Equal(remedy, finding.Remedy);
        Assert.Equal(IntegrityVerdict.Incomplete, result.Verdict);
    }
}
