using System.Collections.Concurrent;
using OrgTrail.Aws.Tests.Deployments;
using OrgTrail.Aws.Tests.Deployments.Faults;
using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Policies;
using OrgTrail.Sandbox;
using OrgTrail.Sandbox.Faults;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>
/// Services that ask for fewer calls for eight seconds are outlived by every command that changes something, the SDK's own
/// attempts not counted.
/// </summary>
public sealed class ThrottlingTests(CallProfiles profiles) : IClassFixture<CallProfiles>
{
    private const string Member = "222222222222";

    // How many attempts fall into eight seconds: at 0, 1, 3 and 6 s, and of what only its sender may repeat at 0, 2 and 6 s.
    private const int Attempts = 4;
    private const int OwnAttempts = 3;

    private static readonly string[] SentOnce = ["CreateTrail", "PutBucketPolicy", "PutBucketEncryption", "PutBucketLifecycleConfiguration"];

    private static readonly Dictionary<string, Func<Scene, Task>> Commands = new()
    {
        ["Enable-OrgTrustedAccess"] = async scene => await ApplyAsync(await new EnableTrustedAccess(scene.Session, scene.Time, scene.Feedback).PlanAsync(default)),
        ["Disable-OrgTrustedAccess"] = async scene => await ApplyAsync(await new DisableTrustedAccess(scene.WithTrust().Session, scene.Time, scene.Feedback).PlanAsync(default)),
        ["Set-OrgTrailBucketPolicy"] = async scene =>
        {
            var given = await BuildBucketPolicy.RunAsync(() => Task.FromResult(scene.WithBucket(policy: null).Session), new("acme-audit", ["acme"]), default);
            await ApplyAsync(await new WriteBucketPolicy(scene.Session, scene.Time, scene.Feedback).PlanAsync(given, default));
        },
        ["New-OrgTrailBucket"] = async scene => await ApplyAsync(await new PrepareBucket(scene.Session, scene.Time, scene.Feedback).PlanAsync(new("acme-audit") { TrailName = "acme", ExpireAfterDays = 400 }, default)),
        ["New-OrgTrail"] = async scene => await ApplyAsync(await new CreateTrail(scene.WithTrust().WithBucket().Session, scene.Time, scene.Feedback)
            .PlanAsync(new(new() { Name = "acme", S3BucketName = "acme-audit", IsOrganizationTrail = true }) { StartLogging = true }, default)),
        ["Set-OrgTrail"] = async scene => await ApplyAsync(await new UpdateTrail(scene.WithTrail().Session, scene.Time, scene.Feedback).PlanAsync(new("acme"), new() { EnableLogFileValidation = true }, false, default)),
        ["Start-OrgTrailLogging"] = async scene => await ApplyAsync(await new SwitchLogging(scene.WithTrail().Session, scene.Time, scene.Feedback).PlanStartAsync(new("acme"), default)),
        ["Stop-OrgTrailLogging"] = async scene => await ApplyAsync(await new SwitchLogging(scene.WithTrail().Session, scene.Time, scene.Feedback).PlanStopAsync(new("acme"), default)),
        ["Remove-OrgTrail"] = async scene => await ApplyAsync(await new RemoveTrail(scene.WithTrail().Session, scene.Time, scene.Feedback).PlanAsync(new([new TrailIdentity("acme")]), default)),
        ["Set-OrgTrailEventSelector"] = async scene => await ApplyAsync(await new SetEventSelectors(scene.WithTrail().Session, scene.Time, scene.Feedback).PlanAsync(new("acme"), new() { Basic = [new() { ReadWriteType = "WriteOnly" }] }, default)),
        ["Set-OrgTrailInsightSelector"] = async scene => await ApplyAsync(await new SetInsightSelectors(scene.WithTrail().Session, scene.Time, scene.Feedback).PlanAsync(new("acme"), new() { Selectors = [new() { InsightType = "ApiErrorRateInsight" }] }, default)),
        ["Register-OrgTrailDelegatedAdmin"] = async scene => await ApplyAsync(await new RegisterDelegatedAdministrator(scene.WithTrust().Session, scene.Time, scene.Feedback).PlanAsync(Member, default)),
        ["Unregister-OrgTrailDelegatedAdmin"] = async scene => await ApplyAsync(await new UnregisterDelegatedAdministrator(scene.WithTrust().WithAdministrator().Session, scene.Time, scene.Feedback).PlanAsync(Member, default)),
        ["Deploy-OrgTrail"] = async scene =>
        {
            var deployment = await ApplyAsync(await new DeployTrail(scene.Session, scene.Time, scene.Feedback, null).PlanAsync(DeploymentScene.Wanted(("CreateBucket", true)), default));
            Assert.True(deployment.Succeeded, string.Join("\n", deployment.Steps.Select(step => $"{step} {step.Problem}")));
        },
    };

    public static TheoryData<string> Names => [.. Commands.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Eight_seconds_of_throttling_are_outlived(string command)
    {
        using var undisturbed = await Scene.OpenAsync(profiles);
        await Commands[command](undisturbed);

        using var throttled = await Scene.OpenAsync(profiles);
        foreach (var operation in undisturbed.Calls.Distinct())
            throttled.Sandbox.Faults.Add(new() { Kind = FaultKind.Throttling, Operation = operation, Times = SentOnce.Contains(operation) ? OwnAttempts : Attempts });
        await Commands[command](throttled);

        Assert.Empty(throttled.Feedback.Failures);
        Assert.Empty(undisturbed.Calls.Except(throttled.Calls));
    }

    [Fact]
    public async Task Throttling_without_end_ends_in_an_error()
    {
        using var scene = await Scene.OpenAsync(profiles);
        scene.Sandbox.Faults.Add(new() { Kind = FaultKind.Throttling });

        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => Commands["Enable-OrgTrustedAccess"](scene));

        Assert.Equal("Throttled", refusal.Problem.Id);
    }

    private static Task<T> ApplyAsync<T>(Plan<T> plan)
        where T : class
    {
        Assert.False(plan.IsEmpty);
        return plan.ApplyAsync(default);
    }

    /// <summary>A sandbox, and a connection whose calls the SDK makes once.</summary>
    private sealed class Scene : IDisposable
    {
        private readonly ConcurrentQueue<string> _calls = new();
        private readonly SandboxServer _sandbox = SandboxServer.Start(new() { AccountCount = 3 });
        private readonly ManualTime _time = new();
        private CloudSession? _session;

        private Scene() => _sandbox.Called += (_, call) => _calls.Enqueue(call.Operation);

        public SandboxServer Sandbox => _sandbox;

        public CloudSession Session => _session!;

        public TimeProvider Time => _time;

        public RecordedFeedback Feedback { get; } = new();

        public IReadOnlyList<string> Calls => [.. _calls];

        public static async Task<Scene> OpenAsync(CallProfiles profiles)
        {
            var scene = new Scene();
            var options = new ConnectionOptions { ProfileName = CallProfiles.SingleAttempt, ProfileLocation = profiles.Path, Region = "us-east-1", EndpointUrl = scene._sandbox.Endpoint };
            scene._session = new(options, await new AwsCloudProvider { Time = scene._time }.ConnectAsync(options, scene.Feedback, default));
            return scene;
        }

        public Scene WithTrust()
        {
            _sandbox.State.Organizations.Organization!.TrustedServices[TrustedAccess.CloudTrail] = _sandbox.Context.Clock.Now;
            return this;
        }

        public Scene WithAdministrator()
        {
            _sandbox.State.Organizations.Organization!.DelegatedAdministrators[TrustedAccess.CloudTrail] = [Member];
            return this;
        }

        public Scene WithBucket() => WithBucket(TrailBucketPolicy.Merge(
            null,
            TrailDelivery.For("acme-audit", null, _sandbox.State.Organizations.Organization!.Id, DeploymentScene.Management, "us-east-1", "acme")).Policy);

        public Scene WithBucket(string? policy)
        {
            _sandbox.State.S3.Buckets["acme-audit"] = new() { Name = "acme-audit", OwnerAccountId = DeploymentScene.Management, Region = "us-east-1", Policy = policy };
            return this;
        }

        public Scene WithTrail()
        {
            _sandbox.State.CloudTrail.Trails.Add(new() { Name = "acme", OwnerAccountId = DeploymentScene.Management, HomeRegion = "us-east-1", S3BucketName = "acme-audit", IsOrganizationTrail = true, IsMultiRegionTrail = true });
            return WithTrust().WithBucket();
        }

        public void Dispose()
        {
            _session?.Leave();
            Assert.Empty(_sandbox.InternalErrors);
            _sandbox.Dispose();
        }
    }
}
