using System.Security.Cryptography;
using System.Text;
using OrgTrail.Integrity;

namespace OrgTrail.Core.Tests.Integrity;

public sealed class ReceiptTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("receipts-");
    private readonly OrganizationScene _scene = new();

    private string ReceiptPath => Path.Combine(_folder.FullName, "acme.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_next_proof_goes_on_from_where_the_last_one_ended()
    {
        await _scene.ProveAsync(ReceiptPath);
        _scene.Advance(2);
        _scene.Store.Opened = 0;

        var results = await _scene.ProveAsync(ReceiptPath);

        // The digest that the receipt ends with, two more, and their logs.
        Assert.All(results, result => Assert.Equal((IntegrityVerdict.Proven, 3, 4), (result.Verdict, result.Digests, result.Logs)));
        Assert.Equal(6 * 7, _scene.Store.Opened);
        var receipt = await ReceiptFile.ReadAsync(ReceiptPath, TimeProvider.System, default);
        Assert.All(receipt.Chains, chain => Assert.Equal((LaneScene.Begin, LaneScene.Begin.AddHours(7)), (chain.First!.Start, chain.Last!.End)));
        Assert.Equal(["acme.json"], _folder.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public async Task Nothing_new_is_proved_by_the_digest_that_the_receipt_ends_with()
    {
        await _scene.ProveAsync(ReceiptPath);

        Assert.All(await _scene.ProveAsync(ReceiptPath), result => Assert.Equal((IntegrityVerdict.Proven, 1), (result.Verdict, result.Digests)));
    }

    [Fact]
    public async Task What_was_cut_off_since_is_found()
    {
        await _scene.ProveAsync(ReceiptPath);
        var lane = _scene["222222222222", "us-east-1"];
        _scene.Advance(2);
        _scene.Store.Files.Remove((LaneScene.Bucket, lane.Digests[4]));

        await AssertContradictedAsync(lane.Digests[4]);
    }

    [Fact]
    public async Task Chains_that_were_cut_off_altogether_are_found()
    {
        await _scene.ProveAsync(ReceiptPath);
        _scene.Delete(key => key.Contains("/222222222222/CloudTrail-Digest/us-east-1/", StringComparison.Ordinal));

        await AssertContradictedAsync(_scene["222222222222", "us-east-1"].Digests[4]);
    }

    [Fact]
    public async Task What_was_written_anew_since_is_found()
    {
        await _scene.ProveAsync(ReceiptPath);
        var key = _scene["222222222222", "us-east-1"].Digests[4];
        var file = _scene.Store.Files[(LaneScene.Bucket, key)];
        file.Bytes = Packing.Zip(Encoding.UTF8.GetString(Packing.Unzip(file.Bytes)).Replace("awsAccountId", "AwsAccountId", StringComparison.Ordinal));

        await AssertContradictedAsync(key);
    }

    [Fact]
    public async Task What_is_not_asked_for_stays_in_the_receipt()
    {
        await _scene.ProveAsync(ReceiptPath);
        var before = await ReceiptFile.ReadAsync(ReceiptPath, TimeProvider.System, default);
        _scene.Request = new() { Accounts = ["222222222222"] };

        await _scene.ProveAsync(ReceiptPath);

        var after = await ReceiptFile.ReadAsync(ReceiptPath, TimeProvider.System, default);
        Assert.Equal(before.RootHash, after.RootHash);
        Assert.Equal((6, 0), (after.Results.Count, after.Accounts.Count));
    }

    [Fact]
    public async Task The_receipt_of_a_part_is_not_taken_for_that_of_another()
    {
        var parts = await PartsAsync(3);
        _scene.Request = new() { Shard = new(2, 3) };

        Assert.Equal("InvalidReceipt", (await Assert.ThrowsAsync<OrgTrailException>(() => _scene.ProveAsync(parts[0].Path))).Problem.Id);
    }

    [Fact]
    public async Task What_was_wrong_is_looked_at_again()
    {
        var lane = _scene["222222222222", "us-east-1"];
        var log = _scene.Store.Files[(LaneScene.Bucket, lane.Logs[4])];
        var bytes = log.Bytes;
        log.Bytes = [];
        Assert.Contains(await _scene.ProveAsync(ReceiptPath), result => result.Verdict == IntegrityVerdict.Failed);
        log.Bytes = bytes;

        var result = (await _scene.ProveAsync(ReceiptPath)).Single(result => (result.AccountId, result.Region) == ("222222222222", "us-east-1"));

        Assert.Equal((IntegrityVerdict.Proven, 4), (result.Verdict, result.Digests));
    }

    [Fact]
    public async Task An_interrupted_proof_goes_on_from_its_checkpoint()
    {
        using var stop = new CancellationTokenSource();
        _scene.Request = new() { ThrottleLimit = 1 };
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in OrgTrail.Operations.ProveLogs.RunAsync(_scene.Store, _scene.Trail, _scene.Request, ReceiptPath, TimeProvider.System, _scene.Feedback, stop.Token))
                if (++seen == 2) await stop.CancelAsync();
        });
        Assert.False(File.Exists(ReceiptPath));
        var opened = _scene.Store.Opened;

        var results = await _scene.ProveAsync(ReceiptPath);

        Assert.All(results, result => Assert.Equal((IntegrityVerdict.Proven, 5, 10), (result.Verdict, result.Digests, result.Logs)));
        // The proof may be ahead of whoever stops it, by all that is left.
        Assert.InRange(_scene.Store.Opened - opened, 0, 6 * 15 - 30);
        Assert.Equal(["acme.json"], _folder.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public async Task The_receipts_of_all_parts_join_to_that_of_the_whole()
    {
        await _scene.ProveAsync(ReceiptPath);
        var whole = await ReceiptFile.ReadAsync(ReceiptPath, TimeProvider.System, default);
        var parts = await PartsAsync(3);

        var joined = ReceiptJoin.Join(parts, DateTimeOffset.UnixEpoch);

        Assert.Equal(whole.RootHash, joined.RootHash);
        Assert.Equal(whole.Results, joined.Results);
        Assert.Equal("1/1", joined.Shard);
    }

    [Fact]
    public async Task Receipts_that_make_no_whole_do_not_join()
    {
        var parts = await PartsAsync(3);
        var foreign = parts[0].Receipt with { RangeStart = LaneScene.Begin };
        var moved = parts[0].Receipt with { Results = [.. parts.SelectMany(part => part.Receipt.Results)] };

        foreach (var wrong in new[] { parts[..2], [.. parts, parts[1]], [parts[0], parts[0], parts[2]], [("x", foreign), parts[1], parts[2]], [("x", moved), parts[1], parts[2]], [] })
            Assert.Equal("ReceiptsDoNotJoin", Assert.Throws<OrgTrailException>(() => ReceiptJoin.Join(wrong, DateTimeOffset.UnixEpoch)).Problem.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"OrgTrail integrity receipt\"}")]
    public void A_file_that_is_no_receipt_is_refused(string text) =>
        Assert.Equal("InvalidReceipt", Assert.Throws<OrgTrailException>(() => ReceiptFile.Parse("x", text)).Problem.Id);

    [Fact]
    public async Task A_receipt_that_was_changed_is_refused()
    {
        await _scene.ProveAsync(ReceiptPath);
        var text = await File.ReadAllTextAsync(ReceiptPath, TestContext.Current.CancellationToken);

        Assert.Equal("InvalidReceipt", Assert.Throws<OrgTrailException>(() => ReceiptFile.Parse("x", text.Replace("T141523Z", "T141524Z", StringComparison.Ordinal))).Problem.Id);
    }

    [Fact]
    public void The_hash_tree_is_that_of_RFC_6962()
    {
        byte[][] leaves = [[], [0], [0x10], [0x20, 0x21], [0x30, 0x31]];

        // By hand: leaves with 0 in front, nodes with 1, split at the largest power of two below the number.
        byte[] Leaf(int index) => SHA256.HashData([0, .. leaves[index]]);
        static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
        Assert.Equal(Node(Node(Node(Leaf(0), Leaf(1)), Node(Leaf(2), Leaf(3))), Leaf(4)), HashTree.Root(leaves));
        Assert.Equal(Convert.FromHexString("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"), HashTree.Root((IReadOnlyList<byte[]>)leaves[..2]));
        Assert.Equal(Convert.FromHexString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), HashTree.Root(Array.Empty<byte[]>()));
    }

    private async Task<(string Path, Receipt Receipt)[]> PartsAsync(int count)
    {
        var parts = new List<(string, Receipt)>();
        for (var part = 1; part <= count; part++)
        {
            var path = Path.Combine(_folder.FullName, $"part-{part}.json");
            _scene.Request = new() { Shard = new(part, count) };
            await _scene.ProveAsync(path);
            parts.Add((path, await ReceiptFile.ReadAsync(path, TimeProvider.System, default)));
        }

        return [.. parts];
    }

    private async Task AssertContradictedAsync(string key)
    {
        var results = await _scene.ProveAsync(ReceiptPath);

        var wrong = Assert.Single(results, result => result.Verdict != IntegrityVerdict.Proven);
        Assert.Equal((IntegrityVerdict.Failed, "222222222222", "us-east-1"), (wrong.Verdict, wrong.AccountId, wrong.Region));
        Assert.Equal(key, Assert.Single(wrong.Findings, finding => finding.Kind == FindingKind.ReceiptContradicted).Key);
        Assert.DoesNotContain(wrong.Findings, finding => finding.Severity == FindingSeverity.Failure && finding.Kind is not (FindingKind.ReceiptContradicted or FindingKind.ChainEndMissing));
    }
}
