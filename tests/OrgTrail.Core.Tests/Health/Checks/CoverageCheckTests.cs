using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Health.Checks;

public sealed class CoverageCheckTests
{
    private readonly HealthScene _scene = new();

    [Fact]
    public async Task Every_account_that_delivered_a_digest_lately_is_covered()
    {
        var result = await EvaluateAsync();

        Assert.Equal(CheckVerdict.Pass, result.Verdict);
        Assert.Equal("All 2 accounts delivered from 17 Regions in the last 3 hours.", result.Observed);
        Assert.Equal(2, _scene.Script.Calls.Count(call => call == "IBucketObjects.ListFoldersAsync"));
        Assert.Equal(34, _scene.Script.Calls.Count(call => call == "IBucketObjects.FindKeyAsync"));
    }

    [Fact]
    public async Task An_account_without_a_digest_fails_and_says_since_when()
    {
        _scene.Objects.Remove(HealthScene.Member);
        foreach (var region in DefaultRegions.Of("aws"))
            for (var hour = 30; hour < 300; hour++) _scene.Objects.AddDigest(HealthScene.Member, region, HealthScene.Now.AddHours(-hour));

        var result = await EvaluateAsync();

        Assert.Equal(CheckVerdict.Fail, result.Verdict);
        Assert.Equal("1 of 2 accounts delivered nothing from some Region for 3 hours: 222222222222 (log-archive) from 17 Regions for 30 hours.", result.Observed);
        Assert.Equal($"Get-OrgTrailStatus -Trail {HealthScene.Arn} -ProfileName <profile of account 222222222222>", result.Remedy);
        var gap = Assert.IsType<CoverageGap>(Assert.Single(result.Details));
        Assert.Equal(HealthScene.Now.AddHours(-30), gap.LastDelivery);
        Assert.Equal(17, gap.Regions.Count);
    }

    [Fact]
    public async Task A_Region_from_which_an_account_never_delivered_fails_without_a_search()
    {
        _scene.Objects.Remove(HealthScene.Member, "eu-west-3");

        var result = await EvaluateAsync();

        Assert.Equal(CheckVerdict.Fail, result.Verdict);
        Assert.Equal(["eu-west-3"], Gap(result).Regions);
        Assert.Null(Gap(result).LastDelivery);
    }

    [Fact]
    public async Task A_Region_that_was_opted_in_to_counts_for_the_account_that_delivered_from_it()
    {
        _scene.Objects.AddDigest(HealthScene.Member, "eu-central-2", HealthScene.Now.AddHours(-50));

        Assert.Equal(["eu-central-2"], Gap(await EvaluateAsync()).Regions);
    }

    [Fact]
    public async Task A_Region_that_an_account_may_have_disabled_is_a_warning_with_how_to_find_out()
    {
        _scene.Objects.AddDigest(HealthScene.Member, "eu-central-2", HealthScene.Now.AddHours(-50));

        var result = await EvaluateAsync();
        Assert.Equal(CheckVerdict.Warning, result.Verdict);
        Assert.Equal("aws account get-region-opt-status --account-id 222222222222 --region-name eu-central-2", result.Remedy);

        _scene.Objects.Remove(HealthScene.Management, "eu-west-3");
        Assert.Equal(CheckVerdict.Fail, (await EvaluateAsync()).Verdict);
    }

    [Fact]
    public async Task A_Region_that_nobody_ever_delivered_from_counts_only_where_CloudTrail_answers()
    {
        _scene.Objects.Remove(HealthScene.Management, "us-west-1");
        _scene.Objects.Remove(HealthScene.Member, "us-west-1");
        Assert.Equal(CheckVerdict.Fail, (await EvaluateAsync()).Verdict);

        var calls = 0;
        _scene.Script.On("ITrails.GetStatusAsync", _ => calls++ == 0 ? _scene.Status : throw new OrgTrailException(new Problem("CredentialsRefused", ProblemKind.Authentication, "Not here.", "Enable it.")));
        Assert.Equal("All 2 accounts delivered from 16 Regions in the last 3 hours.", (await EvaluateAsync()).Observed);
    }

    [Theory]
    [InlineData("Throttled", ProblemKind.Throttled)]
    [InlineData("ConnectionFailed", ProblemKind.ConnectionFailed)]
    [InlineData("CredentialsExpired", ProblemKind.Authentication)]
    public async Task A_Region_that_nobody_ever_delivered_from_is_not_left_out_for_a_passing_failure(string id, ProblemKind kind)
    {
        _scene.Objects.Remove(HealthScene.Management, "us-west-1");
        _scene.Objects.Remove(HealthScene.Member, "us-west-1");
        var calls = 0;
        _scene.Script.On("ITrails.GetStatusAsync", _ => calls++ == 0 ? _scene.Status : throw new OrgTrailException(new Problem(id, kind, "Not now.", "Later.")));

        var result = await EvaluateAsync();

        Assert.Equal(CheckVerdict.Unknown, result.Verdict);
        Assert.Equal("Later.", result.Remedy);
    }

    [Fact]
    public async Task A_folder_that_is_no_Region_is_not_waited_for()
    {
        _scene.Objects.Add($"AWSLogs/o-exampleorgid/{HealthScene.Member}/CloudTrail-Digest/copy-of-june/us-east-1.zip");

        Assert.Equal("All 2 accounts delivered from 17 Regions in the last 3 hours.", (await EvaluateAsync()).Observed);
    }

    [Fact]
    public async Task A_single_Region_trail_delivers_from_its_home_Region_alone()
    {
        _scene.Trail = HealthScene.NewTrail(multiRegion: false);
        _scene.Objects.Remove(HealthScene.Member, "eu-west-3");

        Assert.Equal("All 2 accounts delivered from us-east-1 in the last 3 hours.", (await EvaluateAsync()).Observed);
    }

    [Theory]
    [InlineData("acme2")]
    [InlineData("a")]
    [InlineData("acme_us-east-1_2")]
    [InlineData("acme_us-east-1_20250601T1")]
    public async Task Digests_of_another_trail_with_the_same_prefix_count_for_nothing(string other)
    {
        _scene.Objects.Remove(HealthScene.Member);
        foreach (var region in DefaultRegions.Of("aws"))
            for (var hour = 0; hour < 60; hour++) _scene.Objects.AddDigest(HealthScene.Member, region, HealthScene.Now.AddHours(-hour), other);
        Assert.Equal(CheckVerdict.Fail, (await EvaluateAsync()).Verdict);

        foreach (var region in DefaultRegions.Of("aws")) _scene.Objects.AddDigest(HealthScene.Member, region, HealthScene.Now.AddMinutes(-20));
        Assert.Equal(CheckVerdict.Pass, (await EvaluateAsync()).Verdict);
    }

    [Fact]
    public async Task A_trail_of_the_same_name_with_another_home_Region_counts_for_nothing()
    {
        _scene.Objects.Remove(HealthScene.Member);
        foreach (var region in DefaultRegions.Of("aws")) _scene.Objects.AddDigest(HealthScene.Member, region, HealthScene.Now.AddMinutes(-20), home: "us-west-2");

        Assert.Equal(CheckVerdict.Fail, (await EvaluateAsync()).Verdict);
    }

    [Fact]
    public async Task Other_objects_in_the_folders_do_not_stop_the_search()
    {
        foreach (var junk in new[] { "readme.txt", "2025/06/01/zzz", "2025/06/02/", "2025/06/01/222222222222_CloudTrail-Digest_us-east-1_acme_us-east-1_20250601T995959Z.json.gz" })
            _scene.Objects.Add($"AWSLogs/o-exampleorgid/{HealthScene.Member}/CloudTrail-Digest/us-east-1/{junk}");

        Assert.Equal(CheckVerdict.Pass, (await EvaluateAsync()).Verdict);
    }

    [Fact]
    public async Task The_prefix_of_the_trail_is_where_it_is_looked_for()
    {
        _scene.Trail = HealthScene.NewTrail(prefix: "audit/logs");
        Assert.Equal(CheckVerdict.Fail, (await EvaluateAsync()).Verdict);

        foreach (var account in _scene.Accounts)
            foreach (var region in DefaultRegions.Of("aws")) _scene.Objects.AddDigest(account.Id, region, HealthScene.Now.AddHours(-1), prefix: "audit/logs/");
        Assert.Equal(CheckVerdict.Pass, (await EvaluateAsync()).Verdict);
    }

    [Fact]
    public async Task New_and_closed_accounts_are_explained_and_do_not_fail()
    {
        _scene.Accounts.Add(new("333333333333", "fresh", "ACTIVE", HealthScene.Now.AddHours(-2)));
        _scene.Accounts.Add(new("444444444444", "gone", "SUSPENDED", HealthScene.Now.AddDays(-90)));
        _scene.Accounts.Add(new("555555555555", "", "PENDING_CLOSURE", null));

        var result = await EvaluateAsync();

        Assert.Equal(CheckVerdict.Pass, result.Verdict);
        Assert.Equal("2 of 3 accounts delivered from 17 Regions in the last 3 hours; 1 account joined less than a day ago; 2 accounts are not due, being PENDING_CLOSURE or SUSPENDED.", result.Observed);
        Assert.Equal(
            ["it joined the organization 120 minutes ago", "its state is SUSPENDED", "its state is PENDING_CLOSURE"],
            result.Details.Cast<CoverageGap>().Select(gap => gap.Explanation!.Replace("2 hours", "120 minutes", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_organization_without_an_active_account_is_not_called_covered()
    {
        _scene.Accounts.Clear();
        _scene.Accounts.Add(new(HealthScene.Management, "management", "", HealthScene.Now.AddDays(-900)));

        Assert.Equal(CheckVerdict.Unknown, (await EvaluateAsync()).Verdict);
    }

    [Fact]
    public async Task A_trail_that_was_just_started_is_explained_and_does_not_fail()
    {
        _scene.Status = HealthScene.NewStatus(startedHoursAgo: 1);
        _scene.Objects.Remove(HealthScene.Member);

        var result = await EvaluateAsync();

        Assert.Equal(CheckVerdict.Pass, result.Verdict);
        Assert.StartsWith("1 of 2 accounts have delivered from every Region so far: logging started 60 minutes ago", result.Observed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_midnight_the_digests_of_yesterday_count()
    {
        _scene.Objects.Clear();
        foreach (var account in _scene.Accounts)
            foreach (var region in DefaultRegions.Of("aws")) _scene.Objects.AddDigest(account.Id, region, HealthScene.Now.AddHours(-2));

        Assert.Equal(CheckVerdict.Pass, (await EvaluateAsync()).Verdict);
        Assert.Equal(34, _scene.Script.Calls.Count(call => call == "IBucketObjects.FindKeyAsync"));
    }

    [Theory]
    [InlineData("IOrganizations.ListAccountsAsync", "organizations:ListAccounts")]
    [InlineData("IBucketObjects.ListFoldersAsync", "s3:ListBucket")]
    [InlineData("IBucketObjects.FindKeyAsync", "s3:ListBucket")]
    public async Task What_may_not_be_listed_leaves_coverage_unknown_with_the_permission(string call, string permission)
    {
        _scene.Script.Refuse(call);

        var result = await EvaluateAsync();

        Assert.Equal(CheckVerdict.Unknown, result.Verdict);
        Assert.Contains(permission, result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_shown_in_numbers_and_ends()
    {
        await EvaluateAsync();

        Assert.Contains("Coverage of acme: 2 of 2 accounts (100%)", _scene.Feedback.Waits);
        Assert.Contains("Coverage of acme: 17 of 34 Regions of accounts (50%)", _scene.Feedback.Waits);
        Assert.Equal("Coverage of acme: done", _scene.Feedback.Waits[^1]);
    }

    private Task<CheckResult> EvaluateAsync() => _scene.EvaluateOneAsync("Coverage");

    private static CoverageGap Gap(CheckResult result) => Assert.IsType<CoverageGap>(Assert.Single(result.Details));
}
