using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgTrail.Sandbox.Tests.Services.CloudTrail;

namespace OrgTrail.Sandbox.Tests.Delivery;

public sealed partial class TrailDeliveryTests : IDisposable
{
    private readonly Scene _scene = new();
    private readonly DeliveredFiles _files;

    public TrailDeliveryTests()
    {
        _files = new DeliveredFiles(_scene);
        _scene.State.Regions = ["us-east-1", "eu-west-1"];
    }

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void An_hour_brings_log_files_and_a_signed_digest_for_each_account_and_Region()
    {
        StartOrganizationTrail();

        var report = _scene.Advance(TimeSpan.FromHours(1));

        Assert.Equal(6, _files.Digests.Count);
        Assert.Equal((_files.LogFiles.Count, _files.Digests.Count), (report.LogFiles, report.Digests));
        Assert.All(_files.LogFiles, key => Assert.Matches(LogFileKey(), key));
        Assert.All(_files.Digests, key => Assert.Matches(DigestKey(), key));
        Assert.Equal(12, _files.LogFiles.Count(key => key.Contains("/222222222222/CloudTrail/us-east-1/", StringComparison.Ordinal)));
        Assert.All(_files.Digests, _files.Verify);
    }

    [Fact]
    public void A_log_file_has_records_of_its_account_and_Region_within_its_five_minutes()
    {
        StartOrganizationTrail();
        _scene.Advance(TimeSpan.FromMinutes(30));

        var key = _files.LogFiles.First(key => key.Contains("/222222222222/CloudTrail/us-east-1/", StringComparison.Ordinal));
        var records = _files.Json(key)["Records"]!.AsArray();
        var stamp = DateTimeOffset.ParseExact(LogFileKey().Match(key).Groups["ts"].Value, "yyyyMMdd'T'HHmm'Z'", null, System.Globalization.DateTimeStyles.AssumeUniversal);

        Assert.NotEmpty(records);
        Assert.All(records, record =>
        {
            Assert.Equal("222222222222", (string?)record!["recipientAccountId"]);
            Assert.Equal("us-east-1", (string?)record["awsRegion"]);
            Assert.InRange((DateTimeOffset)record["eventTime"]!, stamp.AddMinutes(-5), stamp);
        });
        Assert.Equal("gzip", _files.Object(key).Headers["content-encoding"]);
        Assert.Equal("AES256", _files.Object(key).Headers["x-amz-server-side-encryption"]);
    }

    [Fact]
    public void Digests_form_a_chain_that_goes_on_from_call_to_call()
    {
        StartOrganizationTrail();
        for (var i = 0; i < 9; i++)
            _scene.Advance(TimeSpan.FromMinutes(40));

        var chain = Chain("/333333333333/CloudTrail-Digest/eu-west-1/");

        Assert.Equal(6, chain.Count);
        Assert.All(chain, key => _files.Verify(key));
        Assert.Null(_files.Json(chain[0])["previousDigestS3Object"]);
        Assert.Empty(_files.Json(chain[0])["logFiles"]!.AsArray());
        Assert.Equal(chain[..^1], chain[1..].Select(key => (string)_files.Json(key)["previousDigestS3Object"]!));
        Assert.Equal(
            _files.LogFiles.Where(key => key.Contains("/333333333333/CloudTrail/eu-west-1/", StringComparison.Ordinal) && _files.Object(key).LastModified <= Scene.Start.AddHours(5)).Order(StringComparer.Ordinal),
            chain.SelectMany(LogFilesOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_comes_from_a_Region_that_an_account_has_disabled_and_nothing_at_all_without_the_home_Region()
    {
        _scene.Organization.Accounts[1].DisabledRegions = ["eu-west-1"];
        _scene.Organization.Accounts[2].DisabledRegions = ["us-east-1"];
        StartOrganizationTrail();

        _scene.Advance(TimeSpan.FromHours(1));

        Assert.Equal(
            ["111111111111/CloudTrail-Digest/eu-west-1", "111111111111/CloudTrail-Digest/us-east-1", "222222222222/CloudTrail-Digest/us-east-1"],
            _files.Digests.Select(key => string.Join('/', key.Split('/')[2..5])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Behind_the_first_five_Regions_hardly_anything_happens_but_digests_come()
    {
        _scene.State.Regions = ["us-east-1", "us-east-2", "us-west-2", "eu-west-1", "eu-central-1", "sa-east-1", "ap-south-1"];
        StartOrganizationTrail();

        _scene.Advance(TimeSpan.FromDays(2));

        Assert.All(_scene.State.Regions, region => Assert.Equal(3 * 48, _files.Digests.Count(In(region))));
        var counts = _scene.State.Regions.Select(region => _files.LogFiles.Count(In(region))).ToList();
        Assert.InRange(counts[5..].Average(), 1, counts[..5].Average() / 3);

        static Func<string, bool> In(string region) => key => key.Contains($"/{region}/", StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_digest_covers_the_hour_before_the_start_and_comes_half_an_hour_late()
    {
        StartOrganizationTrail();
        _scene.Advance(TimeSpan.FromMinutes(29));
        Assert.Empty(_files.Digests);
        _scene.Advance(TimeSpan.FromMinutes(1));

        var first = _files.Json(_files.Digests[0]);

        Assert.Equal(6, _files.Digests.Count);
        Assert.Equal(("2026-03-04T04:06:07Z", "2026-03-04T05:06:07Z"), ((string?)first["digestStartTime"], (string?)first["digestEndTime"]));
        Assert.All(_files.Digests, key => Assert.Equal(Scene.Start.AddMinutes(30), _files.Object(key).LastModified));
        Assert.Equal(Scene.Start.AddMinutes(30), _scene.State.CloudTrail.Trails[0].LatestDigestDeliveryTime);

        _scene.Advance(TimeSpan.FromHours(1));
        var second = _files.Json(Chain("/111111111111/CloudTrail-Digest/us-east-1/")[1]);
        Assert.Equal(("2026-03-04T05:06:07Z", "2026-03-04T06:06:07Z"), ((string?)second["digestStartTime"], (string?)second["digestEndTime"]));
        Assert.Equal(_files.Digests.First(key => key.Contains("/111111111111/CloudTrail-Digest/us-east-1/", StringComparison.Ordinal)), (string?)second["previousDigestS3Object"]);
        Assert.Equal(12, second["logFiles"]!.AsArray().Count);
    }

    [Fact]
    public void A_digest_says_in_its_headers_what_it_is_and_who_signed_it()
    {
        StartOrganizationTrail();
        _scene.Advance(TimeSpan.FromHours(1));

        var headers = _files.Object(_files.Digests[0]).Headers;

        Assert.Equal(
            ["content-encoding=gzip", "content-type=application/json", "x-amz-meta-signature-algorithm=SHA256withRSA", "x-amz-server-side-encryption=AES256"],
            headers.Where(header => header.Key != "x-amz-meta-signature").Select(header => $"{header.Key}={header.Value}").Order(StringComparer.Ordinal));
        Assert.Matches("^[0-9a-f]{512}$", headers["x-amz-meta-signature"]);
    }

    [Fact]
    public void Idle_hours_have_digests_without_log_files()
    {
        StartOrganizationTrail();
        _scene.Advance(TimeSpan.FromDays(1));

        var idle = _files.Digests.Select(_files.Json).First(digest => digest["logFiles"]!.AsArray().Count == 0);

        Assert.Null(idle["newestEventTime"]);
        Assert.Null(idle["oldestEventTime"]);
        Assert.True(idle.ContainsKey("newestEventTime"));
    }

    [Fact]
    public void Stopping_leaves_a_final_digest_and_starting_again_begins_a_new_chain()
    {
        StartOrganizationTrail();
        _scene.Advance(TimeSpan.FromMinutes(90));
        _scene.Call("StopLogging", new { Name = "acme" });
        var beforeStop = Chain("/111111111111/CloudTrail-Digest/us-east-1/");
        _scene.Advance(TimeSpan.FromHours(5));
        _scene.Call("StartLogging", new { Name = "acme" });
        _scene.Advance(TimeSpan.FromHours(1));

        var chain = Chain("/111111111111/CloudTrail-Digest/us-east-1/");

        Assert.Equal(3, beforeStop.Count);
        Assert.Equal("2026-03-04T06:36:07Z", (string?)_files.Json(beforeStop[2])["digestEndTime"]);
        Assert.Equal(4, chain.Count);
        Assert.Null(_files.Json(chain[3])["previousDigestS3Object"]);
        Assert.Equal("2026-03-04T10:36:07Z", (string?)_files.Json(chain[3])["digestStartTime"]);
        Assert.All(chain, _files.Verify);
    }

    [Fact]
    public void A_trail_that_never_delivered_leaves_nothing_when_it_is_stopped_or_deleted()
    {
        StartOrganizationTrail();
        _scene.Call("StopLogging", new { Name = "acme" });
        _scene.Call("DeleteTrail", new { Name = "acme" });
        Assert.Empty(_files.Keys);
    }

    [Fact]
    public void Nothing_is_delivered_while_the_policy_keeps_CloudTrail_out_and_what_is_late_comes_with_backfill_digests()
    {
        StartOrganizationTrail();
        _scene.Advance(TimeSpan.FromMinutes(90));
        var before = _files.Keys;
        _scene.AddBucket(Scene.Bucket, null);
        Assert.Equal(0, _scene.Advance(TimeSpan.FromHours(3)).LogFiles);
        Assert.Equal(before, _files.Keys);
        Assert.Equal("AccessDenied", (string?)Status()["LatestDeliveryError"]);

        _scene.AddBucket(Scene.Bucket, TrailPolicies.Bucket());
        _scene.Advance(TimeSpan.FromMinutes(90));

        Assert.False(Status().ContainsKey("LatestDeliveryError"));
        var backfills = _files.Backfills.Where(key => key.Contains("/111111111111/CloudTrail-Digest/us-east-1/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, backfills.Length);
        Assert.Null(_files.Json(backfills[0])["previousDigestS3Object"]);
        Assert.Equal(backfills[0], (string?)_files.Json(backfills[1])["previousDigestS3Object"]);
        Assert.Equal("2026-03-04T09:36:07.000Z", _files.Object(backfills[0]).Headers["x-amz-meta-backfill-generation-timestamp"]);
        Assert.All([.. _files.Digests, .. _files.Backfills], _files.Verify);
        Assert.Equal(_files.LogFiles.Where(key => _files.Object(key).LastModified <= Scene.Start.AddMinutes(330)).Order(StringComparer.Ordinal), _files.Digests.Concat(_files.Backfills).SelectMany(LogFilesOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_policy_for_one_account_lets_in_that_accounts_files_only()
    {
        StartOrganizationTrail();
        _scene.AddBucket(Scene.Bucket, TrailPolicies.Policy(
            TrailPolicies.Allow("s3:GetBucketAcl", "arn:aws:s3:::acme-audit"),
            TrailPolicies.Allow("s3:PutObject", "arn:aws:s3:::acme-audit/AWSLogs/o-exampleorgid/222222222222/*")));

        _scene.Advance(TimeSpan.FromHours(1));

        Assert.NotEmpty(_files.Keys);
        Assert.All(_files.Keys, key => Assert.StartsWith("AWSLogs/o-exampleorgid/222222222222/", key));
        Assert.Equal("AccessDenied", (string?)Status()["LatestDeliveryError"]);
    }

    [Fact]
    public void Closed_members_are_covered_and_those_that_are_not_active_yet_are_not()
    {
        _scene.Organization.Accounts[1].State = "SUSPENDED";
        _scene.Organization.Accounts[2].State = "PENDING_ACTIVATION";
        StartOrganizationTrail();
        _scene.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["111111111111", "222222222222"], _files.Keys.Select(key => key.Split('/')[2]).Distinct());
    }

    [Fact]
    public void A_single_Region_account_trail_delivers_its_own_account_and_Region_without_the_organizations_folder()
    {
        _scene.CreateAccountTrail("plain");
        _scene.Call("StartLogging", new { Name = "plain" });
        _scene.Advance(TimeSpan.FromHours(2));

        var keys = new DeliveredFiles(_scene, "open-to-all").Keys;

        Assert.Equal(24, keys.Count);
        Assert.All(keys, key => Assert.StartsWith("AWSLogs/111111111111/CloudTrail/us-east-1/2026/03/04/", key));
    }

    [Fact]
    public void Turning_into_an_account_trail_ends_the_members_chains()
    {
        StartOrganizationTrail();
        _scene.Advance(TimeSpan.FromMinutes(30));
        _scene.Call("UpdateTrail", new { Name = "acme", IsOrganizationTrail = false });
        var members = _files.Digests;
        _scene.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(["111111111111", "222222222222", "333333333333"], members.Select(key => key.Split('/')[2]).Distinct());
        Assert.All(members.GroupBy(key => string.Join('/', key.Split('/')[2..5])).Where(chain => !chain.Key.StartsWith("111111111111", StringComparison.Ordinal)), chain => Assert.Equal(2, chain.Count()));
        _scene.Advance(TimeSpan.FromMinutes(30));
        var own = Assert.Single(_files.Digests, key => key.StartsWith("AWSLogs/111111111111/CloudTrail-Digest/us-east-1/", StringComparison.Ordinal));
        Assert.Contains(LogFilesOf(own), key => key.StartsWith("AWSLogs/o-exampleorgid/111111111111/", StringComparison.Ordinal));
        Assert.All(_files.Digests, _files.Verify);
    }

    [Fact]
    public void Keys_rotate_and_overlap_and_each_Region_has_its_own()
    {
        _scene.State.Regions = ["us-east-1"];
        _scene.Organization.Accounts.RemoveRange(1, 2);
        StartOrganizationTrail();
        _scene.Advance(TimeSpan.FromDays(40));

        var keys = _scene.Call("ListPublicKeys", new { StartTime = 0, EndTime = 1e10 })["PublicKeyList"]!.AsArray();
        var used = _files.Digests.Select(key => (string)_files.Json(key)["digestPublicKeyFingerprint"]!).Distinct().ToArray();

        Assert.Equal(keys.Select(key => (string)key!["Fingerprint"]!), used);
        Assert.InRange(used.Length, 2, 3);
        Assert.All(keys, key => Assert.Equal(30 * 86400, (double)key!["ValidityEndTime"]! - (double)key["ValidityStartTime"]!));
        Assert.True((double)keys[1]!["ValidityStartTime"]! < (double)keys[0]!["ValidityEndTime"]!);
        Assert.DoesNotContain((string)_scene.Call("ListPublicKeys", new { }, region: "eu-west-1")["PublicKeyList"]![0]!["Fingerprint"]!, used);
        Assert.Equal("InvalidTimeRangeException", _scene.Refusal("ListPublicKeys", new { StartTime = 2, EndTime = 1 }));
        Assert.All(_files.Digests.Where((_, index) => index % 50 == 0), _files.Verify);
    }

    [Fact]
    public void The_same_seed_gives_the_same_log_files()
    {
        using var other = new Scene();
        other.State.Regions = ["us-east-1", "eu-west-1"];
        StartOrganizationTrail();
        StartOrganizationTrail(other);
        _scene.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < 3; i++)
            other.Advance(TimeSpan.FromMinutes(20));

        var others = new DeliveredFiles(other);

        Assert.Equal(_files.Keys, others.Keys);
        Assert.All(_files.LogFiles, key => Assert.Equal(_files.Bytes(key), others.Bytes(key)));
    }

    [Fact]
    public void Selectors_decide_which_events_are_logged()
    {
        StartOrganizationTrail();
        _scene.Call("PutEventSelectors", new { TrailName = "acme", EventSelectors = new[] { new { ReadWriteType = "WriteOnly" } } });
        _scene.Advance(TimeSpan.FromHours(1));
        var records = _files.LogFiles.SelectMany(key => _files.Json(key)["Records"]!.AsArray()).ToArray();
        Assert.NotEmpty(records);
        Assert.All(records, record => Assert.False((bool)record!["readOnly"]!));
        Assert.All(records, record => Assert.True((string?)record!["awsRegion"] == "us-east-1" || (string?)record["eventSource"] != "iam.amazonaws.com"));
    }

    private void StartOrganizationTrail(Scene? scene = null)
    {
        (scene ?? _scene).CreateOrganizationTrail(more: new { EnableLogFileValidation = true });
        (scene ?? _scene).Call("StartLogging", new { Name = "acme" });
    }

    private JsonObject Status() => _scene.Call("GetTrailStatus", new { Name = "acme" });

    private List<string> Chain(string folder) => [.. _files.Digests.Where(key => key.Contains(folder, StringComparison.Ordinal))];

    private IEnumerable<string> LogFilesOf(string digest) => _files.Json(digest)["logFiles"]!.AsArray().Select(file => (string)file!["s3Object"]!);

    [GeneratedRegex(@"^AWSLogs/(?<org>o-[a-z0-9]{10,32})/(?<acct>\d{12})/(?<kind>CloudTrail)/(?<region>[a-z0-9-]+)/\d{4}/\d{2}/\d{2}/\k<acct>_CloudTrail_\k<region>_(?<ts>\d{8}T\d{4}Z)_[A-Za-z0-9]{16}\.json\.gz$")]
    private static partial Regex LogFileKey();

    [GeneratedRegex(@"^AWSLogs/(?<org>o-[a-z0-9]{10,32})/(?<acct>\d{12})/CloudTrail-Digest/(?<region>[a-z0-9-]+)/\d{4}/\d{2}/\d{2}/\k<acct>_CloudTrail-Digest_\k<region>_acme_us-east-1_(?<ts>\d{8}T\d{6}Z)\.json\.gz$")]
    private static partial Regex DigestKey();
}
