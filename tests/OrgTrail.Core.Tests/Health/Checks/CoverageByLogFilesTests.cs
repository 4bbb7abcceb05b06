using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Health.Checks;

/// <summary>The check Coverage where no digests come: what log files prove, and what they do not.</summary>
public sealed class CoverageByLogFilesTests
{
    private readonly HealthScene _scene = new();

    [Fact]
    public async Task Digests_that_were_just_switched_on_prove_nothing_yet_and_log_files_are_the_evidence()
    {
        _scene.Status = HealthScene.NewStatus(digests: null);
        LogEverywhere(HealthScene.Now.AddHours(-20));
        Assert.Equal("All 2 accounts delivered from 17 Regions in the last 24 hours.", (await EvaluateAsync()).Observed);

        LogOnce(HealthScene.Now.AddHours(-25));
        var silent = await EvaluateAsync();
        Assert.Equal(CheckVerdict.Unknown, silent.Verdict);
        Assert.Equal($"Test-OrgTrail -Trail {HealthScene.Arn} -Check DigestDelivery, DigestFreshness", silent.Remedy);
    }

    [Fact]
    public async Task Without_digests_log_files_of_a_day_are_the_evidence_and_silence_is_unknown()
    {
        _scene.Trail = HealthScene.NewTrail(validation: false);
        LogEverywhere(HealthScene.Now.AddHours(-20));
        Assert.Equal("All 2 accounts delivered from 17 Regions in the last 24 hours.", (await EvaluateAsync()).Observed);

        LogOnce(HealthScene.Now.AddHours(-25));
        var result = await EvaluateAsync();
        Assert.Equal(CheckVerdict.Unknown, result.Verdict);
        Assert.Equal($"Set-OrgTrail -Trail {HealthScene.Arn} -EnableLogFileValidation $true", result.Remedy);
    }

    [Fact]
    public async Task Without_digests_an_account_that_never_delivered_a_log_file_is_a_gap()
    {
        _scene.Trail = HealthScene.NewTrail(validation: false);
        _scene.Objects.Clear();
        foreach (var region in DefaultRegions.Of("aws")) _scene.Objects.AddLog(HealthScene.Management, region, HealthScene.Now.AddHours(-1));

        var result = await EvaluateAsync();

        Assert.Equal(CheckVerdict.Fail, result.Verdict);
        Assert.EndsWith("1 account never delivered anything.", result.Observed, StringComparison.Ordinal);
        Assert.Contains(HealthScene.Member, result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_digests_and_management_events_nothing_need_ever_come_from_an_account()
    {
        _scene.Trail = HealthScene.NewTrail(validation: false);
        _scene.Selectors = new() { Basic = [new() { IncludeManagementEvents = false, DataResources = [new() { Type = "AWS::S3::Object", Values = ["arn:aws:s3"] }] }] };
        _scene.Objects.Clear();

        Assert.Equal(CheckVerdict.Unknown, (await EvaluateAsync()).Verdict);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(4)]
    public async Task Where_neither_digests_nor_log_files_ever_came_nobody_is_covered(double startedHoursAgo)
    {
        _scene.Status = HealthScene.NewStatus(startedHoursAgo: startedHoursAgo, logs: null, digests: null);
        _scene.Objects.Clear();

        Assert.Equal(CheckVerdict.Fail, (await EvaluateAsync()).Verdict);
    }

    // All that is there: of each account one log file in every Region.
    private void LogEverywhere(DateTimeOffset time)
    {
        _scene.Objects.Clear();
        foreach (var account in _scene.Accounts)
            foreach (var region in DefaultRegions.Of("aws")) _scene.Objects.AddLog(account.Id, region, time);
    }

    // The same, in one Region alone.
    private void LogOnce(DateTimeOffset time)
    {
        _scene.Objects.Clear();
        foreach (var account in _scene.Accounts) _scene.Objects.AddLog(account.Id, "us-east-1", time);
    }

    private Task<CheckResult> EvaluateAsync() => _scene.EvaluateOneAsync("Coverage");
}
