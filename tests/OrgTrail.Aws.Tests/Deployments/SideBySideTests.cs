using System.Collections.Concurrent;
using OrgTrail.Aws.Tests.Deployments.Faults;
using OrgTrail.Aws.Tests.Workflows;
using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Sandbox;
using OrgTrail.Sandbox.Faults;

namespace OrgTrail.Aws.Tests.Deployments;

/// <summary>Two deployments of the same state at the same time: both succeed, and nothing is there twice.</summary>
public sealed class SideBySideTests(CallProfiles profiles, ITestOutputHelper output) : IClassFixture<CallProfiles>
{
    private const int Seeds = 40;

    public static TheoryData<string> StartingPoints => [.. StartingPoint.All.Select(start => start.Name)];

    [Theory]
    [MemberData(nameof(StartingPoints))]
    public async Task Both_succeed_whatever_comes_first(string name)
    {
        var (orders, failures) = (new ConcurrentDictionary<string, int>(), new ConcurrentQueue<string>());
        await Parallel.ForEachAsync(Enumerable.Range(0, Seeds), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (seed, _) =>
        {
            try
            {
                orders.AddOrUpdate(await DeployTwiceAsync(StartingPoint.Of(name), seed), 1, (_, count) => count + 1);
            }
            catch (Exception failure)
            {
                failures.Enqueue($"Seed {seed}: {failure.Message}");
            }
        });

        output.WriteLine($"From {name}: {Seeds} pairs, {orders.Count} different orders of what they changed");
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
        Assert.InRange(orders.Count, 2, Seeds);
    }

    private async Task<string> DeployTwiceAsync(StartingPoint start, int seed)
    {
        using var sandbox = SandboxServer.Start(new() { AccountCount = 3, Time = new StandingTime() });
        start.Prepare(sandbox.State);
        var traces = new Traces(sandbox.State);
        var writes = new ConcurrentQueue<string>();
        sandbox.Called += (_, call) =>
        {
            if (!call.OnlyReads) writes.Enqueue($"{call.Operation} {call.Status}");
        };
        // So that now one and now the other is faster.
        sandbox.Faults.Add(new() { Kind = FaultKind.Latency, Seconds = 0.01, Share = 0.3, Seed = seed });

        var deployments = await Task.WhenAll(DeployAsync(sandbox, start), DeployAsync(sandbox, start));

        Assert.All(deployments, deployment => Assert.True(deployment.Succeeded, string.Join("\n", deployment.Steps.Select(step => $"{step} {step.Problem}"))));
        Assert.Empty(sandbox.InternalErrors);
        traces.Check();
        sandbox.Faults.Clear();
        Assert.False((await DeployAsync(sandbox, start)).Changed);
        return string.Join(", ", writes);
    }

    private async Task<Deployment> DeployAsync(SandboxServer sandbox, StartingPoint start)
    {
        var (time, feedback) = (new ManualTime(), new RecordedFeedback());
        var options = new ConnectionOptions { ProfileName = CallProfiles.SingleAttempt, ProfileLocation = profiles.Path, Region = "us-east-1", EndpointUrl = sandbox.Endpoint };
        var session = new CloudSession(options, await new AwsCloudProvider { Time = time }.ConnectAsync(options, feedback, default));
        try
        {
            var plan = await new DeployTrail(session, time, feedback, null).PlanAsync(start.Wanted, default);
            return plan.IsEmpty ? plan.Current! : await plan.ApplyAsync(default);
        }
        finally
        {
            session.Leave();
        }
    }
}
