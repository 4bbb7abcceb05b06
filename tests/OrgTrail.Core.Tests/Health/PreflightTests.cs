using OrgTrail.Connection;
using OrgTrail.Core.Tests.Doubles;
using OrgTrail.Health;
using OrgTrail.Operations;
using OrgTrail.State;

namespace OrgTrail.Core.Tests.Health;

public sealed class PreflightTests
{
    private const string NoPolicy = """{"Version":"2012-10-17","Statement":[]}""";

    private readonly HealthScene _scene = new();

    [Fact]
    public async Task Nothing_stands_in_the_way_of_a_trail_that_is_as_it_should_be()
    {
        var preflight = await RunAsync();

        Assert.Empty(preflight.Problems);
        Assert.Empty(preflight.Warnings);
    }

    // Whichever command finds a thing says it in the same words.
    [Theory]
    [InlineData("CallerRole", "NotOrganizationManagementAccount")]
    [InlineData("AllFeatures", "OrganizationNotInAllFeaturesMode")]
    [InlineData("TrustedAccess", "TrustedAccessNotEnabled")]
    [InlineData("BucketPolicy", "InsufficientBucketPolicy")]
    [InlineData("KeyState", "KmsKeyNotEnabled")]
    [InlineData("KeyRegion", "KmsKeyWrongRegion")]
    [InlineData("KeyPolicy", "InsufficientKeyPolicy")]
    public async Task What_a_check_finds_stands_in_the_way_in_its_words(string check, string id)
    {
        Break(check);

        var problem = Assert.Single((await RunAsync()).Problems);

        Assert.Equal(id, problem.Id);
        Assert.Equal((await _scene.EvaluateOneAsync(check)).Observed, problem.What);
        Assert.NotEmpty(problem.Advice);
    }

    [Fact]
    public async Task A_missing_bucket_is_one_problem_though_several_checks_meet_it()
    {
        _scene.BucketRegion = null;
        _scene.Script.Refuse("IBuckets.GetPolicyAsync", "BucketNotFound", ProblemKind.NotFound);

        var problem = Assert.Single((await RunAsync()).Problems);

        Assert.Equal("BucketNotFound", problem.Id);
        Assert.Contains((await _scene.EvaluateOneAsync("Bucket")).Remedy, problem.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_key_is_one_problem_though_several_checks_meet_it()
    {
        _scene.Script.Refuse("IKeys.DescribeAsync", "KmsKeyNotFound", ProblemKind.NotFound);
        _scene.Script.Refuse("IKeys.GetPolicyAsync", "KmsKeyNotFound", ProblemKind.NotFound);

        Assert.All((await RunAsync()).Problems, problem => Assert.Equal($"There is no KMS key {HealthScene.Key} in Region eu-central-1.", problem.What));
        Assert.Equal(CheckVerdict.Fail, (await _scene.EvaluateOneAsync("KeyState")).Verdict);
        Assert.Equal(CheckVerdict.Unknown, (await _scene.EvaluateOneAsync("KeyPolicy")).Verdict);
    }

    [Fact]
    public async Task What_cannot_be_seen_is_said_and_stops_nothing()
    {
        _scene.Script.Refuse("IOrganizations.ListTrustedServicesAsync");
        _scene.Script.Refuse("IBuckets.GetPolicyAsync");

        var preflight = await RunAsync();

        Assert.Empty(preflight.Problems);
        Assert.StartsWith("Whether CloudTrail has trusted access cannot be seen.", preflight.Warnings[0], StringComparison.Ordinal);
        Assert.StartsWith("The policy of bucket acme-audit cannot be seen.", preflight.Warnings[1], StringComparison.Ordinal);
        Assert.EndsWith(
            "The bucket's owner lets CloudTrail in with New-OrgTrailBucketPolicy -BucketName acme-audit -TrailName acme -OrganizationId o-exampleorgid -ManagementAccountId 111111111111 -HomeRegion us-east-1 | Set-OrgTrailBucketPolicy.",
            preflight.Warnings[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_for_another_reason_than_that_the_caller_may_not_see_it_is_no_answer()
    {
        _scene.Script.Refuse("IBuckets.GetPolicyAsync", "Throttled", ProblemKind.Throttled);

        Assert.Equal("Throttled", (await Assert.ThrowsAsync<OrgTrailException>(() => RunAsync())).Problem.Id);
    }

    [Fact]
    public async Task A_home_Region_to_opt_in_to_is_said_before_a_trail_is_created_and_not_when_it_is_changed()
    {
        _scene.Trail = HealthScene.NewTrail(home: "eu-central-2", key: null);
        _scene.BucketPolicy = HealthScene.RightPolicy().Replace(":us-east-1:", ":eu-central-2:", StringComparison.Ordinal);

        Assert.Equal((await _scene.EvaluateOneAsync("HomeRegion")).Observed, Assert.Single((await RunAsync()).Warnings));
        Assert.Empty((await RunAsync(AskedBefore.Update)).Warnings);
    }

    [Fact]
    public async Task What_was_changed_a_moment_ago_may_only_have_to_spread()
    {
        _scene.BucketPolicy = NoPolicy;
        var preflight = await RunAsync();

        Assert.Throws<OrgTrailException>(() => preflight.Require(Freshness.None, _scene.Feedback));
        Assert.True(preflight.Require(new() { BucketPolicy = true }, _scene.Feedback).BucketPolicy);
    }

    private void Break(string check)
    {
        _ = check switch
        {
            "CallerRole" => _scene.Caller = HealthScene.Member,
            "AllFeatures" => _scene.FeatureSet = "CONSOLIDATED_BILLING",
            "BucketPolicy" => _scene.BucketPolicy = NoPolicy,
            "KeyRegion" => _scene.BucketRegion = "us-east-1",
            "KeyPolicy" => _scene.KeyPolicy = NoPolicy,
            _ => "",
        };
        if (check == "TrustedAccess") _scene.TrustedServices.Clear();
        if (check == "KeyState") _scene.KmsKey = HealthScene.NewKey("Disabled");
    }

    private Task<Preflight> RunAsync(AskedBefore change = AskedBefore.Creation) =>
        Preflight.RunAsync(TrailState.Of(CloudState.Of(new CloudSession(new(), _scene.Script.Cloud), new ManualTime(), _scene.Feedback, default), _scene.Trail), change);
}
