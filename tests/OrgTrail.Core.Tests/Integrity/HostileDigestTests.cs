using System.Diagnostics;
using System.Text;
using OrgTrail.Integrity;

namespace OrgTrail.Core.Tests.Integrity;

/// <summary>Digests that nobody at AWS wrote: a finding, and neither a crash nor memory nor time without bounds.</summary>
public sealed class HostileDigestTests
{
    private static readonly Dictionary<string, Func<string, byte[]>> Attacks = new()
    {
        ["nothing"] = _ => [],
        ["no gzip"] = _ => Encoding.UTF8.GetBytes("{}"),
        ["no JSON"] = _ => Packing.Zip("<html>"),
        ["a list"] = _ => Packing.Zip("[]"),
        ["an empty object"] = _ => Packing.Zip("{}"),
        ["deep JSON"] = _ => Packing.Zip(new string('[', 100_000)),
        ["deep JSON in a member"] = json => Packing.Zip(json.Replace("\"logFiles\":", "\"more\":" + new string('[', 5000) + new string(']', 5000) + ",\"logFiles\":", StringComparison.Ordinal)),
        ["a member twice"] = json => Packing.Zip(json.Replace("\"logFiles\":", "\"awsAccountId\":\"222222222222\",\"logFiles\":", StringComparison.Ordinal)),
        ["a member of a log twice"] = json => Packing.Zip(json.Replace("\"hashAlgorithm\":\"SHA-256\"", "\"hashAlgorithm\":\"SHA-256\",\"hashAlgorithm\":\"SHA-256\"", StringComparison.Ordinal)),
        ["logFiles twice"] = json => Packing.Zip(json.Replace("\"logFiles\":", "\"logFiles\":[],\"logFiles\":", StringComparison.Ordinal)),
        ["a number for a text"] = json => Packing.Zip(json.Replace("\"222222222222\"", "222222222222", StringComparison.Ordinal)),
        ["an object for logFiles"] = json => Packing.Zip(json[..json.IndexOf("\"logFiles\":", StringComparison.Ordinal)] + "\"logFiles\":{}}"),
        ["a text in logFiles"] = json => Packing.Zip(json[..json.IndexOf("\"logFiles\":", StringComparison.Ordinal)] + "\"logFiles\":[\"x\"]}"),
        ["a time out of range"] = json => Packing.Zip(json.Replace("\"digestEndTime\":\"2026-", "\"digestEndTime\":\"9999999-", StringComparison.Ordinal)),
        ["a time with an offset"] = json => Packing.Zip(json.Replace("23Z\",\"digestS3Bucket", "23+01:00\",\"digestS3Bucket", StringComparison.Ordinal)),
        ["a hash that is none"] = json => Packing.Zip(json.Replace("\"hashValue\":\"", "\"hashValue\":\"zz", StringComparison.Ordinal)),
        ["another hash algorithm"] = json => Packing.Zip(json.Replace("SHA-256", "SHA-1", StringComparison.Ordinal)),
        ["half of the digest in front"] = json => Packing.Zip(json.Replace("\"previousDigestHashAlgorithm\":\"SHA-256\"", "\"previousDigestHashAlgorithm\":null", StringComparison.Ordinal)),
        ["a text without end"] = json => Packing.Zip(json.Replace("\"222222222222\"", $"\"{new string('2', 1_000_000)}\"", StringComparison.Ordinal)),
        ["invalid UTF-8"] = json => Packing.Zip([.. Encoding.UTF8.GetBytes(json[..20]), 0xff, 0xfe, .. Encoding.UTF8.GetBytes(json[20..])]),
        ["half a surrogate"] = json => Packing.Zip(json.Replace("\"222222222222\"", "\"\\ud800\"", StringComparison.Ordinal)),
        ["text behind the object"] = json => Packing.Zip(json + "{}"),
        ["a bomb"] = _ => Packing.Zip(new byte[80 * 1024 * 1024]),
    };

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_digest_is_a_finding(string name)
    {
        var scene = new LaneScene();
        var key = scene.Delivered.Digests[3];
        scene[key].Bytes = Attacks[name](Encoding.UTF8.GetString(Packing.Unzip(scene[key].Bytes)));
        var clock = Stopwatch.StartNew();

        var result = await scene.ProveAsync();

        var finding = Assert.Single(result.Findings);
        Assert.Equal(key, finding.Key);
        Assert.Contains(finding.Kind, new[] { FindingKind.DigestMalformed, FindingKind.DigestModified, FindingKind.DigestMoved });
        Assert.Equal((7, 14), (result.Digests, result.Logs));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("AWSLogs/\u001b[2J/x")]
    [InlineData("a\u0000b")]
    [InlineData("/")]
    public void A_key_with_odd_characters_is_none_of_CloudTrail(string key) => Assert.Null(DeliveredName.Parse(key));

    [Fact]
    public void A_finding_shows_no_character_that_commands_a_terminal() =>
        Assert.DoesNotContain('\u001b', LogFindings.Missing("b\u001b[2J", "k\u001b[2J").ToString());

    [Fact]
    public async Task A_folder_leads_nowhere_else()
    {
        var folder = Directory.CreateTempSubdirectory("mirror-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "inside"), "x", TestContext.Current.CancellationToken);
            Directory.CreateDirectory(Path.Combine(folder.FullName, "below"));
            using var tree = new FolderTree(Path.Combine(folder.FullName, "below"));

            Assert.Null(tree.Open("../inside"));
            Assert.Null(tree.Open("/etc/passwd"));
            Assert.Null(tree.Open("a\0b"));
            Assert.Empty(tree.Files("../"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
