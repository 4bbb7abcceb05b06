using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Policies;
using OrgTrail.Sandbox;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>CreateTrail on the wire, where AWS refuses in ways that moto does not know.</summary>
public sealed class CreateTrailTests : IDisposable
{
    private const string Management = "111111111111";

    private readonly SandboxServer _sandbox = SandboxServer.Start(new() { AccountCount = 3, Regions = ["us-east-1", "eu-central-2"] });
    private readonly ManualTime _time = new();
    private readonly RecordedFeedback _feedback = new();

    public CreateTrailTests() =>
        _sandbox.State.Organizations.Organization!.TrustedServices[TrustedAccess.CloudTrail] = _sandbox.Context.Clock.Now;

    public void Dispose()
    {
        Assert.Empty(_sandbox.InternalErrors);
        _sandbox.Dispose();
    }

    [Fact]
    public async Task A_refusal_that_follows_a_right_policy_is_tried_again_visibly()
    {
        AddBucket(RightPolicy);
        _sandbox.State.S3.PolicyPropagation["acme-audit"] = new() { Checks = 2 };

        var trail = await CreateAsync();

        Assert.Equal("acme", trail.Name);
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)], _time.Waits);
        Assert.Contains("Creating trail acme: Waiting for AWS to catch up (InsufficientBucketPolicy)", _feedback.Waits);
        Assert.Equal("Creating trail acme: done", _feedback.Waits[^1]);
    }

    [Fact]
    public async Task A_policy_that_was_just_written_and_still_reads_as_before_is_left_to_CloudTrail_to_judge()
    {
        AddBucket(policy: null);

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => CreateAsync(new CreateTrail.Request(Settings) { IsPolicyFresh = true }));

        Assert.StartsWith("CloudTrail answered CreateTrail", refusal.Problem.Why, StringComparison.Ordinal);
        Assert.NotEmpty(_time.Waits);
    }

    [Fact]
    public async Task After_a_minute_the_refusal_stands()
    {
        AddBucket(RightPolicy);
        _sandbox.State.S3.PolicyPropagation["acme-audit"] = new() { Checks = 1000 };

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(CreateAsync);

        Assert.Equal("InsufficientBucketPolicy", refusal.Problem.Id);
        Assert.InRange(_time.Waits.Sum(wait => wait.TotalSeconds), 45, 60);
    }

    [Fact]
    public async Task A_refusal_of_a_policy_that_nobody_saw_stands_at_once()
    {
        AddBucket(policy: null);

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => CreateAsync(new CreateTrail.Request(Settings) { SkipPrerequisiteCheck = true }));

        Assert.Equal("InsufficientBucketPolicy", refusal.Problem.Id);
        Assert.Empty(_time.Waits);
        Assert.Equal(1, _sandbox.Calls);
    }

    [Fact]
    public async Task A_refusal_for_another_reason_stands_at_once()
    {
        AddBucket(RightPolicy);
        await CreateAsync();

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(CreateAsync);

        Assert.Equal("TrailAlreadyExists", refusal.Problem.Id);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_bucket_of_another_account_is_no_obstacle_and_is_said()
    {
        AddBucket(RightPolicy, owner: _sandbox.State.Organizations.Organization!.Accounts[^1].Id);

        await CreateAsync();

        Assert.Contains(_feedback.Warnings, warning => warning.Contains("cannot be seen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_home_Region_that_must_be_opted_in_to_is_warned_of()
    {
        AddBucket(PolicyFor("eu-central-2"));

        var trail = await CreateAsync(new CreateTrail.Request(Settings) { HomeRegion = "eu-central-2", SkipPrerequisiteCheck = true });

        Assert.Contains(_feedback.Warnings, warning => warning.Contains("opted in", StringComparison.Ordinal));
        Assert.Equal("eu-central-2", trail.HomeRegion);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_is_no_refusal()
    {
        // Scripted, since it tells when the call has come.
        using var aws = ScriptedAws.WithOrganization();
        using var stop = new CancellationTokenSource();
        aws.On("CloudTrail", "CreateTrail").Hangs();
        var creating = CreateAsync(new CreateTrail.Request(Settings) { SkipPrerequisiteCheck = true }, aws.Endpoint, stop.Token);

        await aws.FirstCall("CloudTrail", "CreateTrail");
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => creating);
    }

    private static TrailSettings Settings => new() { Name = "acme", S3BucketName = "acme-audit", IsOrganizationTrail = true };

    private string RightPolicy => PolicyFor("us-east-1");

    private string PolicyFor(string homeRegion) => TrailBucketPolicy.Merge(
        null,
        TrailDelivery.For("acme-audit", null, _sandbox.State.Organizations.Organization!.Id, Management, homeRegion, "acme")).Policy;

    private void AddBucket(string? policy, string owner = Management) => _sandbox.State.S3.Buckets["acme-audit"] = new()
    {
        Name = "acme-audit",
        OwnerAccountId = owner,
        Region = "us-east-1",
        Policy = policy,
    };

    private Task<Trail> CreateAsync() => CreateAsync(new CreateTrail.Request(Settings));

    private Task<Trail> CreateAsync(CreateTrail.Request request) => CreateAsync(request, _sandbox.Endpoint, default);

    private async Task<Trail> CreateAsync(CreateTrail.Request request, string endpoint, CancellationToken cancellation)
    {
        var options = new ConnectionOptions
        {
            AccessKey = ThrowawayEnvironment.AccessKey,
            SecretKey = ThrowawayEnvironment.SecretKey,
            Region = "us-east-1",
            EndpointUrl = endpoint,
        };
        var session = new CloudSession(options, await new AwsCloudProvider().ConnectAsync(options, _feedback, cancellation));
        try
        {
            var plan = await new CreateTrail(session, _time, _feedback).PlanAsync(request, cancellation);
            return await plan.ApplyAsync(cancellation);
        }
        finally
        {
            session.Leave();
        }
    }
}
