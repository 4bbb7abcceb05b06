using OrgTrail.Deployments;
using OrgTrail.Sandbox.Faults;
using static OrgTrail.Aws.Tests.Deployments.DeploymentScene;

namespace OrgTrail.Aws.Tests.Deployments;

/// <summary>Whatever goes wrong in between, the outcome says how far it came, and the next run goes on from there.</summary>
public sealed class RecoveryTests : IDisposable
{
    private static readonly TrailSpecification Whole = Wanted(("CreateBucket", true), ("DelegatedAdministrator", "222222222222"), ("InsightSelector", "ApiErrorRateInsight"));

    private readonly DeploymentScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("EnableAWSServiceAccess", "TrustedAccess")]
    [InlineData("CreateBucket", "Bucket")]
    [InlineData("PutBucketPolicy", "BucketPolicy")]
    [InlineData("CreateTrail", "Trail")]
    [InlineData("PutInsightSelectors", "InsightSelectors")]
    [InlineData("RegisterOrganizationDelegatedAdmin", "DelegatedAdministrators")]
    [InlineData("StartLogging", "Logging")]
    public async Task A_step_that_fails_ends_the_run_and_the_next_one_goes_on_from_there(string operation, string step)
    {
        _scene.Sandbox.Faults.Add(new() { Operation = operation, Kind = FaultKind.AccessDenied, Times = 1 });

        var halfDone = await _scene.DeployAsync(Whole);

        Assert.False(halfDone.Succeeded);
        var failed = halfDone.Steps.Single(done => done.Outcome == StepOutcome.Failed);
        Assert.Equal(step, failed.StepId);
        Assert.NotNull(failed.Problem);
        Assert.All(halfDone.Steps.SkipWhile(done => done != failed).Skip(1), done => Assert.Equal(StepOutcome.NotReached, done.Outcome));

        var written = _scene.Writes;
        Assert.True((await _scene.DeployAsync(Whole)).Succeeded);
        Assert.Empty(_scene.Writes.Intersect(written.Except([operation])));
        await RightAsync();
    }

    [Theory]
    [InlineData("EnableAWSServiceAccess")]
    [InlineData("CreateBucket")]
    [InlineData("PutBucketPolicy")]
    [InlineData("CreateTrail")]
    [InlineData("PutInsightSelectors")]
    [InlineData("RegisterOrganizationDelegatedAdmin")]
    [InlineData("StartLogging")]
    public async Task A_lost_answer_is_no_failure(string operation)
    {
        _scene.Sandbox.Faults.Add(new() { Operation = operation, Kind = FaultKind.LostAnswer, Times = 1 });

        var deployment = await _scene.DeployAsync(Whole);

        Assert.True(deployment.Succeeded, string.Join("\n", deployment.Steps.Select(step => $"{step} {step.Problem}")));
        await RightAsync();
    }

    [Fact]
    public async Task A_policy_that_somebody_writes_in_between_is_merged_into()
    {
        const string Theirs = """{"Version":"2012-10-17","Statement":[{"Sid":"Theirs","Effect":"Deny","Principal":"*","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::acme-audit/*"}]}""";
        var bucket = _scene.AddBucket();
        // Right after everything was read.
        _scene.Sandbox.Called += (_, call) => bucket.Policy = call.Operation == "EnableAWSServiceAccess" ? Theirs : bucket.Policy;

        var deployment = await _scene.DeployAsync(Wanted());

        Assert.True(deployment.Succeeded);
        Assert.Contains("Theirs", bucket.Policy, StringComparison.Ordinal);
        Assert.Equal(Theirs, Assert.Single(deployment.Backups).Policy);
        Assert.False((await _scene.DeployAsync(Wanted())).Changed);
    }

    [Fact]
    public async Task A_policy_that_has_not_spread_yet_is_waited_for()
    {
        _scene.Sandbox.Faults.Add(new() { Kind = FaultKind.LatePolicyPropagation, Checks = 1 });

        Assert.True((await _scene.DeployAsync(Whole)).Succeeded);

        Assert.Contains("Creating trail acme: Waiting for AWS to catch up (InsufficientBucketPolicy)", _scene.Feedback.Waits);
    }

    [Fact]
    public async Task The_look_back_waits_until_AWS_shows_what_was_done()
    {
        _scene.Sandbox.Faults.Add(new() { Operation = "GetTrailStatus", Kind = FaultKind.StaleRead, Times = 1 });

        Assert.True((await _scene.DeployAsync(Whole)).Succeeded);

        Assert.Contains("Verifying trail acme: Waiting for AWS to catch up (NotAsWanted)", _scene.Feedback.Waits);
    }

    private async Task RightAsync()
    {
        Assert.False((await _scene.DeployAsync(Whole)).Changed);
        Assert.Empty(_scene.Writes);
    }
}
