using System.Text.Json.Nodes;
using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Policies;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>New-OrgTrail and what follows it, while AWS does not know yet what was done a moment ago, or an answer is lost.</summary>
public sealed class FreshTrailTests : IDisposable
{
    private const string Arn = "arn:aws:cloudtrail:us-east-1:111111111111:trail/acme";

    private static readonly TrailSettings Settings = new() { Name = "acme", S3BucketName = "acme-audit", IsOrganizationTrail = true, IsMultiRegionTrail = true, IncludeGlobalServiceEvents = true };

    private readonly ScriptedAws _aws = ScriptedAws.WithOrganization().KeepTrails().AddBucket(
        "acme-audit", policy: TrailBucketPolicy.Build(TrailDelivery.For("acme-audit", null, "o-exampleorgid", "111111111111", "us-east-1", "acme")));

    private readonly ManualTime _time = new();
    private readonly RecordedFeedback _feedback = new();
    private CloudSession? _session;

    public void Dispose()
    {
        _session?.Leave();
        Assert.Empty(_aws.Unexpected);
        _aws.Dispose();
    }

    [Theory]
    [InlineData("S3BucketDoesNotExistException")]
    [InlineData("CloudTrailAccessNotEnabledException")]
    [InlineData("InsufficientS3BucketPolicyException")]
    [InlineData("ConflictException")]
    [InlineData("ThrottlingException")]
    public async Task What_was_seen_to_be_right_only_has_to_spread(string code)
    {
        _aws.On("CloudTrail", "CreateTrail").FailsOnce(code, "Not yet.").AnswersWith(Create);

        await CreateAsync();

        RequireLogging();
        Assert.Equal([TimeSpan.FromSeconds(2)], _time.Waits);
        Assert.Equal(2, _aws.CallsOf("CloudTrail", "CreateTrail").Count);
    }

    [Theory]
    [InlineData("TrailNotFoundException")]
    [InlineData("ConflictException")]
    public async Task A_trail_that_is_not_known_everywhere_yet_logs_in_the_end(string code)
    {
        _aws.On("CloudTrail", "StartLogging").FailsOnce(code, "Not yet.").AnswersWith(Start);

        await CreateAsync();

        RequireLogging();
        Assert.Contains($"Starting the logging of trail acme: Waiting for AWS to catch up ({(code == "ConflictException" ? "Conflict" : "TrailNotFound")})", _feedback.Waits);
    }

    [Fact]
    public async Task A_trail_that_cannot_be_started_is_said_not_to_log()
    {
        _aws.On("CloudTrail", "StartLogging").Fails("AccessDeniedException", "No.");

        var trail = await CreateAsync();

        Assert.Equal(Arn, trail.TrailARN);
        var failure = Assert.Single(_feedback.Failures).Problem;
        Assert.Equal("AccessDenied", failure.Id);
        Assert.StartsWith("Trail acme was created, but it does not log:", failure.What, StringComparison.Ordinal);
        Assert.EndsWith($"Then run Start-OrgTrailLogging -Trail {Arn}.", failure.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_answer_is_looked_for_and_the_trail_logs(bool isSilent)
    {
        CreateAndLose(isSilent ? exchange => exchange.WaitForClientToLeaveAsync() : Reset);
        _aws.On("CloudTrail", "GetTrail").FailsOnce("TrailNotFoundException", "Not yet.").AnswersWith(_ => $"{{\"Trail\":{_aws.Trails[Arn].ToJson()}}}");

        var trail = await CreateAsync(answerTimeout: isSilent ? TimeSpan.FromSeconds(1) : null);

        Assert.Equal(Arn, trail.TrailARN);
        RequireLogging();
        // The name is taken, by a trail that is not shown at first.
        Assert.Equal(3, _aws.CallsOf("CloudTrail", "CreateTrail").Count);
    }

    [Fact]
    public async Task A_trail_that_has_the_name_and_is_another_one_is_not_taken_for_the_lost_one()
    {
        CreateAndLose(Reset);
        _aws.On("CloudTrail", "GetTrail").Answers(Shown(("S3BucketName", "somebody-elses")));

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => CreateAsync());

        Assert.Equal("TrailAlreadyExists", refusal.Problem.Id);
        Assert.Empty(_aws.CallsOf("CloudTrail", "StartLogging"));
    }

    [Fact]
    public async Task A_key_by_another_name_is_the_same_key()
    {
        const string Key = "arn:aws:kms:us-east-1:111111111111:key/1234";
        CreateAndLose(Reset);
        _aws.On("CloudTrail", "GetTrail").Answers(Shown(("KmsKeyId", Key)));
        _aws.On("KMS", "DescribeKey").Answers($$$"""{"KeyMetadata":{"KeyId":"1234","Arn":"{{{Key}}}","AWSAccountId":"111111111111","KeyState":"Enabled","KeySpec":"SYMMETRIC_DEFAULT","KeyUsage":"ENCRYPT_DECRYPT","KeyManager":"CUSTOMER"}}""");
        _aws.On("KMS", "GetKeyPolicy").Fails("AccessDeniedException", "No.");

        Assert.Equal(Key, (await CreateAsync(Settings with { KmsKeyId = "alias/audit" })).KmsKeyId);
    }

    [Fact]
    public async Task When_no_answer_ever_comes_it_is_said_that_nobody_knows()
    {
        _aws.On("CloudTrail", "CreateTrail").Resets();

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => CreateAsync());

        Assert.Equal("ConnectionFailed", refusal.Problem.Id);
        Assert.StartsWith("It is not known whether trail acme was created; if it was, it does not log.", refusal.Problem.What, StringComparison.Ordinal);
        Assert.Contains("Start-OrgTrailLogging acme", refusal.Problem.Advice, StringComparison.Ordinal);
        Assert.InRange(_time.Waits.Sum(wait => wait.TotalSeconds), 8, 60);
    }

    [Fact]
    public async Task What_follows_in_the_pipeline_is_patient_with_a_fresh_trail()
    {
        var trail = new TrailIdentity(await CreateAsync());
        _aws.On("CloudTrail", "StopLogging").FailsOnce("TrailNotFoundException", "Not yet.").Answers("");
        _aws.On("CloudTrail", "GetEventSelectors").FailsOnce("TrailNotFoundException", "Not yet.").Answers($$"""{"TrailARN":"{{Arn}}","EventSelectors":[{"ReadWriteType":"All"}]}""");
        _aws.On("CloudTrail", "GetInsightSelectors").Fails("InsightNotEnabledException", "Off.");
        _aws.On("CloudTrail", "PutEventSelectors").FailsOnce("TrailNotFoundException", "Not yet.").Answers($$"""{"TrailARN":"{{Arn}}"}""");
        _aws.On("CloudTrail", "UpdateTrail").FailsOnce("TrailNotFoundException", "Not yet.").AnswersWith(_ => _aws.Trails[Arn].ToJson());

        await (await new SwitchLogging(_session!, _time, _feedback).PlanStopAsync(trail, default)).ApplyAsync(default);
        await (await new SetEventSelectors(_session!, _time, _feedback).PlanAsync(trail, new() { Basic = [new() { ReadWriteType = "WriteOnly" }] }, default)).ApplyAsync(default);
        await (await new UpdateTrail(_session!, _time, _feedback).PlanAsync(trail, new() { EnableLogFileValidation = true }, false, default)).ApplyAsync(default);

        Assert.Equal(4, _time.Waits.Count);
    }

    [Fact]
    public async Task A_trail_that_was_not_made_a_moment_ago_and_is_not_there_is_not_waited_for()
    {
        _aws.AddTrail("""{"Name":"acme","S3BucketName":"acme-audit","IsOrganizationTrail":true}""");
        _aws.On("CloudTrail", "StartLogging").Fails("TrailNotFoundException", "No.");
        await ConnectAsync(null);

        var plan = await new SwitchLogging(_session!, _time, _feedback).PlanStartAsync(new("acme"), default);

        await Assert.ThrowsAsync<OrgTrailException>(() => plan.ApplyAsync(default));
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Trusted_access_that_was_enabled_in_the_same_pipeline_may_not_show_yet()
    {
        _aws.TrustedAccess = false;
        _aws.On("Organizations", "EnableAWSServiceAccess").FailsOnce("ConcurrentModificationException", "Not now.").Answers("");
        await ConnectAsync(null);

        await (await new EnableTrustedAccess(_session!, _time, _feedback).PlanAsync(default)).ApplyAsync(default);
        await CreateAsync();

        RequireLogging();
    }

    [Fact]
    public async Task A_bucket_that_was_created_in_the_same_pipeline_may_not_show_yet()
    {
        _aws.On("S3", "GetBucketPolicy").Fails("NoSuchBucket", "Not yet.", 404);
        _aws.On("CloudTrail", "CreateTrail").FailsOnce("S3BucketDoesNotExistException", "Not yet.").AnswersWith(Create);

        await CreateAsync(new CreateTrail.Request(Settings) { StartLogging = true, IsBucketFresh = true, IsPolicyFresh = true });

        RequireLogging();
    }

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_is_one()
    {
        _aws.AddTrail("""{"Name":"acme","S3BucketName":"acme-audit","IsOrganizationTrail":true}""");
        _aws.On("CloudTrail", "DeleteTrail").FailsOnce("InternalFailure", "Not now.", 500).Fails("TrailNotFoundException", "Gone.");
        await ConnectAsync(null);

        await (await new RemoveTrail(_session!, _time, _feedback).PlanAsync(new([new TrailIdentity("acme")]), default)).ApplyAsync(default);

        Assert.Contains("Trail acme is gone already.", _feedback.Details);
    }

    private void CreateAndLose(Reply reply) => _aws.On("CloudTrail", "CreateTrail")
        .Add(exchange =>
        {
            Create(exchange.Call);
            return reply(exchange);
        })
        .Times(1)
        .Fails("TrailAlreadyExistsException", "Trail acme already exists.");

    // The trail as it is asked for, but for one member.
    private static string Shown((string Name, string Value) other)
    {
        var trail = JsonNode.Parse($$"""{"Name":"acme","TrailARN":"{{Arn}}","HomeRegion":"us-east-1","S3BucketName":"acme-audit","IsOrganizationTrail":true,"IsMultiRegionTrail":true,"IncludeGlobalServiceEvents":true}""")!;
        trail[other.Name] = other.Value;
        return new JsonObject { ["Trail"] = trail }.ToJsonString();
    }

    private static Task<bool> Reset(Exchange exchange)
    {
        exchange.Connection.Reset();
        return Task.FromResult(false);
    }

    private string Create(AwsCall call) => _aws.AddTrail(call.Body.GetRawText(), call.Region).ToJson();

    private string Start(AwsCall call) => _aws.Trails[Arn].SwitchLogging(on: true);

    private void RequireLogging()
    {
        Assert.Empty(_feedback.Failures);
        Assert.True(Assert.Single(_aws.Trails).Value.IsLogging);
    }

    private Task<Trail> CreateAsync(TrailSettings? settings = null, TimeSpan? answerTimeout = null) =>
        CreateAsync(new CreateTrail.Request(settings ?? Settings) { StartLogging = true }, answerTimeout);

    private async Task<Trail> CreateAsync(CreateTrail.Request request, TimeSpan? answerTimeout = null)
    {
        await ConnectAsync(answerTimeout);
        return await (await new CreateTrail(_session!, _time, _feedback).PlanAsync(request, default)).ApplyAsync(default);
    }

    private async Task ConnectAsync(TimeSpan? answerTimeout)
    {
        if (_session is not null) return;
        var options = new ConnectionOptions { AccessKey = "AKIAGIVEN", SecretKey = "any", Region = "us-east-1", EndpointUrl = _aws.Endpoint };
        var provider = new AwsCloudProvider { Time = _time, AnswerTimeout = answerTimeout ?? TimeSpan.FromMinutes(1) };
        _session = new(options, await provider.ConnectAsync(options, _feedback, default));
    }
}
