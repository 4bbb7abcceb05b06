using System.Security.Cryptography;
using System.Text;

namespace OrgTrail.Core.Tests.Integrity;

/// <summary>Every way to tamper with a chain, one by one: found as what it is, where it is, and nothing else is blamed.</summary>
public sealed class TamperingTests
{
    private static readonly Dictionary<string, (Action<LaneScene> Tamper, Func<LaneScene, (FindingKind Kind, string? Key)[]> Found)> Cases = new()
    {
        ["a bit of a log is flipped"] = (scene => scene[scene.Delivered.Logs[5]].Bytes[20] ^= 4, scene => [(FindingKind.LogModified, scene.Delivered.Logs[5])]),
        ["the JSON of a log is altered and zipped again"] = (
            scene => Rewrite(scene[scene.Delivered.Logs[4]], text => text.Replace("eventID", "eventId", StringComparison.Ordinal)),
            scene => [(FindingKind.LogModified, scene.Delivered.Logs[4])]),
        ["a log is cut off"] = (scene => Cut(scene[scene.Delivered.Logs[3]], 40), scene => [(FindingKind.LogModified, scene.Delivered.Logs[3])]),
        ["the trailer of a log is cut off"] = (scene => Cut(scene[scene.Delivered.Logs[3]], 8), scene => [(FindingKind.LogModified, scene.Delivered.Logs[3])]),
        ["a log is empty"] = (scene => scene[scene.Delivered.Logs[3]].Bytes = [], scene => [(FindingKind.LogModified, scene.Delivered.Logs[3])]),
        ["bytes are appended to a log"] = (scene => Append(scene[scene.Delivered.Logs[2]], [0]), scene => [(FindingKind.LogModified, scene.Delivered.Logs[2])]),
        ["a second member is appended to a log"] = (scene => Append(scene[scene.Delivered.Logs[2]], Packing.Zip("{}")), scene => [(FindingKind.LogModified, scene.Delivered.Logs[2])]),
        ["an empty member is put before a log"] = (
            scene => scene[scene.Delivered.Logs[2]].Bytes = [.. Packing.Zip(""), .. scene[scene.Delivered.Logs[2]].Bytes],
            scene => [(FindingKind.LogModified, scene.Delivered.Logs[2])]),
        ["a log is deleted"] = (scene => scene.Delete(scene.Delivered.Logs[7]), scene => [(FindingKind.LogMissing, scene.Delivered.Logs[7])]),
        ["two logs are swapped"] = (
            scene => Swap(scene[scene.Delivered.Logs[1]], scene[scene.Delivered.Logs[9]]),
            scene => [(FindingKind.LogModified, scene.Delivered.Logs[1]), (FindingKind.LogModified, scene.Delivered.Logs[9])]),
        ["a log is added"] = (scene => scene.Store.Files[(LaneScene.Bucket, Added(scene))] = new() { Bytes = Packing.Zip("{}") }, scene => [(FindingKind.LogUnlisted, Added(scene))]),
        ["a file of another name is added"] = (
            scene => scene.Store.Files[(LaneScene.Bucket, Odd(scene))] = new() { Bytes = [1] },
            scene => [(FindingKind.LogUnlisted, Odd(scene))]),
        ["a digest's JSON is altered and zipped again"] = (
            scene => Rewrite(scene[scene.Delivered.Digests[3]], text => text.Replace("SHA256withRSA", "SHA256WithRSA", StringComparison.Ordinal)),
            scene => [(FindingKind.DigestModified, scene.Delivered.Digests[3])]),
        ["a log is struck from a digest"] = (
            scene => Rewrite(scene[scene.Delivered.Digests[3]], text => text[..text.IndexOf("\"logFiles\":", StringComparison.Ordinal)] + "\"logFiles\":[]}"),
            scene => [(FindingKind.DigestModified, scene.Delivered.Digests[3])]),
        ["the newest digest is altered"] = (
            scene => Rewrite(scene[scene.Delivered.Digests[^1]], text => text.Replace("\"newestEventTime\":", "\"newestEventTimes\":", StringComparison.Ordinal)),
            scene => [(FindingKind.DigestSignatureInvalid, scene.Delivered.Digests[^1])]),
        ["the key in a digest is another"] = (
            scene => Rewrite(scene[scene.Delivered.Digests[3]], text => text.Replace(scene.Delivered.Signer.Fingerprint, new string('0', 32), StringComparison.Ordinal)),
            scene => [(FindingKind.DigestModified, scene.Delivered.Digests[3])]),
        ["the newest digest is signed with another key"] = (
            scene => Resign(scene, scene.Delivered.Digests.Count - 1, text => text.Replace(scene.Delivered.Signer.Fingerprint, Signer.Named("mallory").Fingerprint, StringComparison.Ordinal), Signer.Named("mallory"), HashAlgorithmName.SHA256),
            scene => [(FindingKind.DigestKeyUnknown, scene.Delivered.Digests[^1])]),
        ["the newest digest is signed with another key under the name of the right one"] = (
            scene => Resign(scene, scene.Delivered.Digests.Count - 1, text => text, Signer.Named("mallory"), HashAlgorithmName.SHA256),
            scene => [(FindingKind.DigestSignatureInvalid, scene.Delivered.Digests[^1])]),
        ["the newest digest is signed with SHA-1"] = (
            scene => Resign(scene, scene.Delivered.Digests.Count - 1, text => text, scene.Delivered.Signer, HashAlgorithmName.SHA1),
            scene => [(FindingKind.DigestSignatureWeak, scene.Delivered.Digests[^1])]),
        ["the newest digest is signed with MD5"] = (
            scene => Resign(scene, scene.Delivered.Digests.Count - 1, text => text, scene.Delivered.Signer, HashAlgorithmName.MD5),
            scene => [(FindingKind.DigestSignatureWeak, scene.Delivered.Digests[^1])]),
        ["a digest in the middle is signed with SHA-1"] = (
            scene => Resign(scene, 3, text => text, scene.Delivered.Signer, HashAlgorithmName.SHA1),
            scene => [(FindingKind.DigestSignatureWeak, scene.Delivered.Digests[3])]),
        ["bytes are appended to a digest"] = (scene => Append(scene[scene.Delivered.Digests[2]], [0]), scene => [(FindingKind.DigestModified, scene.Delivered.Digests[2])]),
        ["a second member is appended to a digest"] = (scene => Append(scene[scene.Delivered.Digests[2]], Packing.Zip(" ")), scene => [(FindingKind.DigestModified, scene.Delivered.Digests[2])]),
        ["a digest is cut off"] = (scene => Cut(scene[scene.Delivered.Digests[2]], 30), scene => [(FindingKind.DigestMalformed, scene.Delivered.Digests[2])]),
        ["a digest is something else"] = (scene => scene[scene.Delivered.Digests[2]].Bytes = Packing.Zip("[]"), scene => [(FindingKind.DigestMalformed, scene.Delivered.Digests[2])]),
        ["a digest in the middle is deleted"] = (scene => scene.Delete(scene.Delivered.Digests[4]), scene => [(FindingKind.DigestMissing, scene.Delivered.Digests[4])]),
        ["several digests in the middle are deleted"] = (
            scene => scene.Delivered.Digests[3..6].ForEach(scene.Delete),
            scene => [(FindingKind.DigestMissing, scene.Delivered.Digests[5])]),
        ["the first digest is deleted"] = (scene => scene.Delete(scene.Delivered.Digests[0]), scene => [(FindingKind.DigestMissing, scene.Delivered.Digests[0])]),
        ["the newest digests are deleted"] = (
            scene => scene.Delivered.Digests[5..].ForEach(scene.Delete),
            scene => [(FindingKind.ChainEndMissing, null), .. scene.Delivered.Logs[10..].Select(key => (FindingKind.LogNotYetListed, (string?)key))]),
        ["all digests are deleted"] = (scene => scene.Delivered.Digests.ForEach(scene.Delete), _ => [(FindingKind.NoDigests, null)]),
        ["all files are deleted"] = (scene => scene.Store.Files.Clear(), _ => [(FindingKind.NoDigests, null)]),
        ["two digests are swapped"] = (
            scene => Swap(scene[scene.Delivered.Digests[2]], scene[scene.Delivered.Digests[5]]),
            scene => [(FindingKind.DigestMoved, scene.Delivered.Digests[2]), (FindingKind.DigestMoved, scene.Delivered.Digests[5])]),
        ["an old digest is replayed in a new one's place"] = (
            scene => scene.Store.Files[(LaneScene.Bucket, scene.Delivered.Digests[6])] = scene[scene.Delivered.Digests[1]].Copy(),
            scene => [(FindingKind.DigestMoved, scene.Delivered.Digests[6])]),
        ["a digest is moved"] = (
            scene =>
            {
                scene.Store.Files[(LaneScene.Bucket, Moved(scene))] = scene[scene.Delivered.Digests[4]];
                scene.Delete(scene.Delivered.Digests[4]);
            },
            scene => [(FindingKind.DigestMissing, scene.Delivered.Digests[4]), (FindingKind.DigestMoved, Moved(scene))]),
        ["the metadata of a digest is stripped"] = (scene => scene[scene.Delivered.Digests[3]].Metadata.Clear(), scene => [(FindingKind.DigestSignatureInvalid, scene.Delivered.Digests[3])]),
        ["the metadata of the newest digest is stripped"] = (scene => scene[scene.Delivered.Digests[^1]].Metadata.Clear(), scene => [(FindingKind.DigestSignatureInvalid, scene.Delivered.Digests[^1])]),
        ["the metadata of a digest is that of another"] = (
            scene => scene[scene.Delivered.Digests[3]].Metadata = scene[scene.Delivered.Digests[2]].Metadata,
            scene => [(FindingKind.DigestSignatureInvalid, scene.Delivered.Digests[3])]),
        ["the metadata names another method"] = (
            scene => scene[scene.Delivered.Digests[3]].Metadata["signature-algorithm"] = "SHA1withRSA",
            scene => [(FindingKind.DigestSignatureInvalid, scene.Delivered.Digests[3])]),
        ["a chain of the same key is spliced in"] = (
            scene => new DeliveredLane(scene.Store, LaneScene.Root, scene.Delivered.Lane, LaneScene.Trail).Hour(LaneScene.Begin.AddHours(3), LaneScene.Begin.AddHours(3.5), 0),
            scene => [(FindingKind.ChainBroken, scene.Store.Files.Keys.Single(file => file.Key.Contains("T124523Z", StringComparison.Ordinal)).Key), (FindingKind.ChainGap, null)]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Tampering_is_found_and_nothing_else_is_blamed(string name)
    {
        var scene = new LaneScene();
        var (tamper, found) = Cases[name];
        tamper(scene);

        var result = await scene.ProveAsync();

        Assert.Equal(found(scene).Order(), result.Findings.Select(finding => (finding.Kind, finding.Key)).Order());
        Assert.Equal(IntegrityVerdict.Failed, result.Verdict);
    }

    [Fact]
    public async Task A_log_that_is_wrong_leaves_all_others_proved()
    {
        var scene = new LaneScene();
        scene[scene.Delivered.Logs[5]].Bytes[20] ^= 4;

        var result = await scene.ProveAsync();

        Assert.Equal((8, 15), (result.Digests, result.Logs));
    }

    [Fact]
    public async Task A_digest_that_is_wrong_leaves_all_other_digests_and_their_logs_proved()
    {
        var scene = new LaneScene();
        Rewrite(scene[scene.Delivered.Digests[3]], text => text.Replace("SHA256withRSA", "SHA256WithRSA", StringComparison.Ordinal));

        var result = await scene.ProveAsync();

        Assert.Equal((7, 14), (result.Digests, result.Logs));
    }

    [Fact]
    public async Task A_digest_without_metadata_proves_its_logs_by_the_digest_behind_it()
    {
        var scene = new LaneScene();
        scene[scene.Delivered.Digests[3]].Metadata.Clear();

        var result = await scene.ProveAsync();

        Assert.Equal((7, 16), (result.Digests, result.Logs));
    }

    [Fact]
    public async Task Digests_that_were_deleted_in_front_of_a_stop_are_missed()
    {
        var scene = new LaneScene();
        var again = LaneScene.Begin.AddHours(20);
        scene.Delivered.Restart().Hours(again, 3);
        scene.Scope = scene.Scope with { LatestDigest = again.AddHours(3.5), Stopped = LaneScene.Begin.AddHours(8), Started = again.AddHours(1) };
        foreach (var key in scene.Delivered.Digests[6..8].Concat(scene.Delivered.Logs[12..16])) scene.Delete(key);

        var result = await scene.ProveAsync();

        Assert.Equal([FindingKind.DigestMissing, FindingKind.ChainGap], result.Findings.Select(finding => finding.Kind));
        Assert.Equal(IntegrityVerdict.Failed, result.Verdict);
    }

    [Fact]
    public async Task What_was_proved_without_a_break_ends_in_front_of_what_is_wrong()
    {
        var scene = new LaneScene();
        scene.Delete(scene.Delivered.Logs[9]);

        var chain = Assert.Single((await scene.ProveAsync()).Chains);

        Assert.Equal((scene.Delivered.Digests[0], scene.Delivered.Digests[3]), (chain.First!.Key, chain.Last!.Key));
    }

    private static string Added(LaneScene scene) => scene.Delivered.Logs[4].Replace("0000", "ABCD", StringComparison.Ordinal);

    private static string Odd(LaneScene scene) => $"{LaneScene.Root.Logs(scene.Delivered.Lane)}2026/03/01/notes.txt";

    private static string Moved(LaneScene scene) => scene.Delivered.Digests[4].Replace("1523Z", "1524Z", StringComparison.Ordinal);

    private static void Rewrite(StoredFile file, Func<string, string> change) => file.Bytes = Packing.Zip(change(Encoding.UTF8.GetString(Packing.Unzip(file.Bytes))));

    private static void Resign(LaneScene scene, int index, Func<string, string> change, Signer signer, HashAlgorithmName hash)
    {
        var key = scene.Delivered.Digests[index];
        scene.Delivered.Store(key, change(Encoding.UTF8.GetString(Packing.Unzip(scene[key].Bytes))), LaneScene.Begin.AddHours(index + 1), signer, hash);
    }

    private static void Cut(StoredFile file, int count) => file.Bytes = file.Bytes[..^count];

    private static void Append(StoredFile file, byte[] bytes) => file.Bytes = [.. file.Bytes, .. bytes];

    private static void Swap(StoredFile one, StoredFile other) => (one.Bytes, other.Bytes, one.Metadata, other.Metadata) = (other.Bytes, one.Bytes, other.Metadata, one.Metadata);
}
