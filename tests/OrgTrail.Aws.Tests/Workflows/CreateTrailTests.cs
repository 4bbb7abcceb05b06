using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Policies;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>CreateTrail on the wire, where AWS refuses in ways that moto does not know.</summary>
public sealed class CreateTrailTests : IDisposable
{
    private const string Refusal = "InsufficientS3BucketPolicyException";
    private const string Answer = """{"Name":"acme","TrailARN":"arn:aws:cloudtrail:us-east-1:111111111111:trail/acme","S3BucketName":"acme-audit"}""";

    private readonly ScriptedAws _aws = ScriptedAws.WithOrganization();
    private readonly ManualTime _time = new();
    private readonly RecordedFeedback _feedback = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task A_refusal_that_follows_a_right_policy_is_tried_again_visibly()
    {
        _aws.AddBucket("acme-audit", policy: RightPolicy());
        _aws.On("CloudTrail", "CreateTrail").FailsOnce(Refusal, "Incorrect S3 bucket policy").FailsOnce(Refusal, "Incorrect S3 bucket policy").Answers(Answer);

        var trail = await CreateAsync();

        Assert.Equal("acme", trail.Name);
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)], _time.Waits);
        Assert.Equal(3, _aws.CallsOf("CloudTrail", "CreateTrail").Count);
        Assert.Contains("Creating trail acme: Waiting for AWS to catch up (InsufficientBucketPolicy)", _feedback.Waits);
        Assert.Equal("Creating trail acme: done", _feedback.Waits[^1]);
    }

    [Fact]
    public async Task After_a_minute_the_refusal_stands()
    {
        _aws.AddBucket("acme-audit", policy: RightPolicy());
        _aws.On("CloudTrail", "CreateTrail").Fails(Refusal, "Incorrect S3 bucket policy");

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(CreateAsync);

        Assert.Equal("InsufficientBucketPolicy", refusal.Problem.Id);
        Assert.InRange(_time.Waits.Sum(wait => wait.TotalSeconds), 45, 60);
    }

    [Fact]
    public async Task A_refusal_of_a_policy_that_nobody_saw_stands_at_once()
    {
        _aws.On("CloudTrail", "CreateTrail").Fails(Refusal, "Incorrect S3 bucket policy");

        await Assert.ThrowsAsync<OrgTrailException>(() => CreateAsync(new CreateTrail.Request(Settings) { SkipPrerequisiteCheck = true }));

        Assert.Empty(_time.Waits);
        Assert.Single(_aws.CallsOf("CloudTrail", "CreateTrail"));
    }

    [Fact]
    public async Task A_refusal_for_another_reason_stands_at_once()
    {
        _aws.AddBucket("acme-audit", policy: RightPolicy());
        _aws.On("CloudTrail", "CreateTrail").Fails("TrailAlreadyExistsException", "Trail acme already exists");

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(CreateAsync);

        Assert.Equal("TrailAlreadyExists", refusal.Problem.Id);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_bucket_of_another_account_is_no_obstacle_and_is_said()
    {
        _aws.On("S3", "GetBucketPolicy").Fails("AccessDenied", "Access Denied", 403);
        _aws.On("CloudTrail", "CreateTrail").Answers(Answer);

        await CreateAsync();

        Assert.Contains(_feedback.Warnings, warning => warning.Contains("cannot be seen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_home_Region_that_must_be_opted_in_to_is_warned_of()
    {
        _aws.On("CloudTrail", "CreateTrail").Answers(Answer);

        await CreateAsync(new CreateTrail.Request(Settings) { HomeRegion = "eu-central-2", SkipPrerequisiteCheck = true });

        Assert.Contains(_feedback.Warnings, warning => warning.Contains("opted in", StringComparison.Ordinal));
        Assert.Equal("eu-central-2", _aws.CallsOf("CloudTrail", "CreateTrail")[0].Region);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_is_no_refusal()
    {
        _aws.AddBucket("acme-audit", policy: RightPolicy());
        using var stop = new CancellationTokenSource();
        _aws.On("CloudTrail", "CreateTrail").Hangs();
        var creating = CreateAsync(new CreateTrail.Request(Settings), stop.Token);

        await _aws.FirstCall("CloudTrail", "CreateTrail");
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => creating);
    }

    private static TrailSettings Settings => new() { Name = "acme", S3BucketName = "acme-audit", IsOrganizationTrail = true };

    private static string RightPolicy() => TrailBucketPolicy.Build(
        TrailDelivery.For("acme-audit", null, "o-exampleorgid", "111111111111", "us-east-1", "acme"));

    private Task<Trail> CreateAsync() => CreateAsync(new CreateTrail.Request(Settings));

    private async Task<Trail> CreateAsync(CreateTrail.Request request, CancellationToken cancellation = default)
    {
        var options = new ConnectionOptions
        {
            AccessKey = ThrowawayEnvironment.AccessKey,
            SecretKey = ThrowawayEnvironment.SecretKey,
            Region = "us-east-1",
            EndpointUrl = _aws.Endpoint,
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
