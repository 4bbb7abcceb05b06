using System.Collections.Concurrent;
using OrgTrail.Aws.Tests.Deployments;
using OrgTrail.Aws.Tests.Workflows;
using OrgTrail.Connection;
using OrgTrail.Health;
using OrgTrail.Operations;
using OrgTrail.Sandbox;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Pacing;

/// <summary>Whole commands in an organization of a thousand accounts, on a clock that only waits move: AWS's rates, seen by what arrives.</summary>
public sealed class ThousandAccountsTests : IDisposable
{
    private const string Management = "111111111111";

    // Quick on their own feet, so that nothing but the pace keeps them within the rates.
    private readonly ManualTime _time = new();
    private readonly ConcurrentQueue<(SandboxCall Call, DateTimeOffset At)> _calls = [];
    private readonly SandboxServer _sandbox = SandboxServer.Start(new() { AccountCount = 1000, Regions = ["us-east-1", "eu-west-1"] });

    public ThousandAccountsTests() =>
        _sandbox.Called += (_, call) => _calls.Enqueue((call, DateTimeOffset.UnixEpoch.AddTicks(_time.GetTimestamp())));

    public void Dispose()
    {
        Assert.Empty(_sandbox.InternalErrors);
        _sandbox.Dispose();
    }

    [Fact]
    public async Task No_command_exceeds_the_rate_or_the_burst_of_any_operation()
    {
        var deployment = await WithSessionAsync(DeployAsync);
        Assert.True(deployment is { Succeeded: true, Changed: true });
        RequireRates();

        Assert.False((await WithSessionAsync(DeployAsync)).Changed);
        RequireRates();

        _sandbox.Advance(TimeSpan.FromHours(1));
        var results = await WithSessionAsync(session => CheckAsync(session, deployment.TrailARN));
        var coverage = results.Single(result => result.CheckId == "Coverage");
        Assert.Equal("All 1000 accounts delivered from eu-west-1, us-east-1 in the last 3 hours.", coverage.Observed);
        RequireRates();
    }

    [Fact]
    public async Task A_thousand_accounts_are_listed_as_fast_as_AWS_allows()
    {
        var accounts = await WithSessionAsync(async session => await session.Cloud.Organizations.ListAccountsAsync(default).CountAsync());

        Assert.Equal(1000, accounts);
        // Fifty pages, twelve of them at once and eight a second behind.
        Assert.Equal(50, _calls.Count(call => call.Call.Operation == "ListAccounts"));
        Assert.Equal(TimeSpan.FromSeconds((50 - 12) / 8.0).Ticks, _time.GetTimestamp());
    }

    private void RequireRates()
    {
        var limited = _calls
            .GroupBy(call => (call.Call.Service, call.Call.Operation, call.Call.Region), call => call.At)
            .Select(same => (same.Key, Peak: DocumentedRate.Of(same.Key.Service, same.Key.Operation) is { } rate ? rate.Peak(same) / rate.Burst : 0))
            .ToList();
        _calls.Clear();

        Assert.Contains(limited, operation => operation.Peak > 0);
        Assert.All(limited, operation => Assert.InRange(operation.Peak, 0, 1));
    }

    private async Task<Deployment> DeployAsync(CloudSession session)
    {
        var plan = await new DeployTrail(session, _time, new RecordedFeedback(), null).PlanAsync(DeploymentScene.Wanted(("CreateBucket", true)), default);
        return plan.IsEmpty ? plan.Current! : await plan.ApplyAsync(default);
    }

    private static async Task<IReadOnlyList<CheckResult>> CheckAsync(CloudSession session, string arn)
    {
        var trail = await GetTrail.ReadAsync(session, new TrailIdentity(arn), default);
        return await TrailHealth.RunAsync(session, trail, CheckSelection.All, TimeProvider.System, new RecordedFeedback(), default).ToListAsync();
    }

    private async Task<T> WithSessionAsync<T>(Func<CloudSession, Task<T>> use)
    {
        var options = new ConnectionOptions { AccessKey = Management, SecretKey = "any", Region = "us-east-1", EndpointUrl = _sandbox.Endpoint };
        var session = new CloudSession(options, await new AwsCloudProvider { Time = _time }.ConnectAsync(options, new RecordedFeedback(), default));
        try
        {
            return await use(session);
        }
        finally
        {
            session.Leave();
        }
    }
}
