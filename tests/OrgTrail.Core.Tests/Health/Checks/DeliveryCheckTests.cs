namespace OrgTrail.Core.Tests.Health.Checks;

public sealed class DeliveryCheckTests
{
    private readonly HealthScene _scene = new();

    [Theory]
    [InlineData("LogDelivery", "AccessDenied", "DeliveryRefused", "Test-OrgTrailBucketPolicy")]
    [InlineData("LogDelivery", "NoSuchBucket", "DeliveryBucketMissing", "-Check Bucket")]
    [InlineData("DigestDelivery", "KMS.DisabledException", "DeliveryKeyUnusable", "-Check Key*")]
    [InlineData("DigestDelivery", "KMS.NotFoundException", "DeliveryKeyMissing", "-Check Key*")]
    [InlineData("LogDelivery", "SlowDown", "DeliveryDelayed", "Get-OrgTrailStatus")]
    [InlineData("LogDelivery", "SomethingNew", "DeliveryFailed", "Test-OrgTrail")]
    public async Task An_error_of_S3_fails_with_its_meaning(string check, string code, string problem, string remedy)
    {
        _scene.Status = check == "LogDelivery" ? HealthScene.NewStatus(logError: code) : HealthScene.NewStatus(digestError: code);

        var result = await _scene.EvaluateOneAsync(check);

        Assert.Equal(CheckVerdict.Fail, result.Verdict);
        Assert.Contains(code, result.Observed, StringComparison.Ordinal);
        Assert.Contains(remedy, result.Remedy, StringComparison.Ordinal);
        Assert.Equal(problem, Assert.IsType<Problem>(Assert.Single(result.Details)).Id);
    }

    [Theory]
    [InlineData("LogDelivery")]
    [InlineData("DigestDelivery")]
    public async Task Without_an_error_all_is_well_for_who_would_see_one(string check)
    {
        Assert.Equal(CheckVerdict.Pass, (await _scene.EvaluateOneAsync(check)).Verdict);

        _scene.Caller = HealthScene.Member;
        Assert.Equal(CheckVerdict.Unknown, (await _scene.EvaluateOneAsync(check)).Verdict);
    }

    [Theory]
    [InlineData("DigestDelivery")]
    [InlineData("DigestFreshness")]
    public async Task A_trail_without_digests_has_no_trouble_with_them(string check)
    {
        _scene.Trail = HealthScene.NewTrail(validation: false);
        _scene.Status = HealthScene.NewStatus(digests: null);

        Assert.Equal(CheckVerdict.Pass, (await _scene.EvaluateOneAsync(check)).Verdict);
    }

    [Theory]
    [InlineData("LogFreshness", 0.9, CheckVerdict.Pass)]
    [InlineData("LogFreshness", 1.1, CheckVerdict.Warning)]
    [InlineData("LogFreshness", null, CheckVerdict.Fail)]
    [InlineData("DigestFreshness", 1.9, CheckVerdict.Pass)]
    [InlineData("DigestFreshness", 2.1, CheckVerdict.Warning)]
    [InlineData("DigestFreshness", null, CheckVerdict.Warning)]
    public async Task Log_files_come_within_an_hour_and_digests_within_two(string check, double? hoursAgo, CheckVerdict verdict)
    {
        _scene.Status = HealthScene.NewStatus(logs: hoursAgo, digests: hoursAgo);

        Assert.Equal(verdict, (await _scene.EvaluateOneAsync(check)).Verdict);
    }

    [Theory]
    [InlineData("LogFreshness", 0.5, null)]
    [InlineData("LogFreshness", 0.5, 300.0)]
    [InlineData("DigestFreshness", 1.5, null)]
    public async Task Nothing_is_late_from_a_trail_that_was_just_started(string check, double startedHoursAgo, double? lastHoursAgo)
    {
        _scene.Status = HealthScene.NewStatus(startedHoursAgo: startedHoursAgo, logs: lastHoursAgo, digests: lastHoursAgo);

        var result = await _scene.EvaluateOneAsync(check);

        Assert.Equal(CheckVerdict.Pass, result.Verdict);
        Assert.Contains("logging started", result.Observed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LogFreshness")]
    [InlineData("DigestFreshness")]
    [InlineData("Coverage")]
    public async Task Nothing_is_late_from_a_trail_that_does_not_log_and_nothing_is_well(string check)
    {
        _scene.Status = HealthScene.NewStatus(logging: false, logs: 5, digests: 5);

        Assert.Equal(CheckVerdict.Unknown, (await _scene.EvaluateOneAsync(check)).Verdict);
    }

    [Fact]
    public void A_status_tells_the_meaning_of_each_of_its_errors()
    {
        var status = HealthScene.NewStatus(logError: "NoSuchBucket", topicError: "AuthorizationError", eventError: "ResourceNotFoundException");

        Assert.Equal(["DeliveryBucketMissing", "EventsLogGroupMissing", "NotificationRefused"], status.Problems.Select(problem => problem.Id));
        Assert.All(status.Problems, problem => Assert.DoesNotMatch(@"\{\w+\}", problem.What + problem.Advice));
        Assert.Empty(HealthScene.NewStatus().Problems);
    }
}
