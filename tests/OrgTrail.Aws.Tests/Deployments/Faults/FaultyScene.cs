using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Aws.Tests.Workflows;
using OrgTrail.Connection;
using OrgTrail.Operations;
using OrgTrail.Sandbox;

namespace OrgTrail.Aws.Tests.Deployments.Faults;

/// <summary>A sandbox at a starting point, and deployments to it.</summary>
internal sealed class FaultyScene : IDisposable
{
    // Far more than a call takes, far less than the minute that users wait.
    private static readonly TimeSpan Impatience = TimeSpan.FromSeconds(2);

    private readonly StartingPoint _start;
    private readonly ConnectionOptions _connection;
    private readonly SandboxServer _sandbox = SandboxServer.Start(new() { AccountCount = 3, Time = new StandingTime() });
    private readonly ConcurrentQueue<SandboxCall> _calls = [];

    public FaultyScene(StartingPoint start, CallProfiles profiles, string profile)
    {
        _start = start;
        _connection = new() { ProfileName = profile, ProfileLocation = profiles.Path, Region = "us-east-1", EndpointUrl = _sandbox.Endpoint };
        start.Prepare(_sandbox.State);
        Traces = new(_sandbox.State);
        _sandbox.Called += (_, call) => _calls.Enqueue(call);
    }

    /// <summary>What must hold after every run.</summary>
    public Traces Traces { get; }

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<SandboxCall> Calls => [.. _calls];

    /// <summary>How often each operation that changes something was carried out so far.</summary>
    public IReadOnlyDictionary<string, int> Changes =>
        Carried().CountBy(call => call.Operation).ToDictionary(StringComparer.Ordinal);

    /// <summary>All that the sandbox remembers, but for what nobody outside can tell apart.</summary>
    public JsonNode State()
    {
        var state = JsonSerializer.SerializeToNode(_sandbox.State)!;
        foreach (var role in state["Iam"]!["Roles"]!.AsArray()) role!["Id"] = "";
        foreach (var (_, bucket) in state["S3"]!["Buckets"]!.AsObject())
        {
            // New buckets have it without being told.
            var settings = bucket!["Configurations"]!.AsObject();
            if ((string?)settings["encryption"] is { } encryption && encryption.Contains("AES256", StringComparison.Ordinal)) settings.Remove("encryption");
        }

        return state;
    }

    /// <summary>Deploys, while something goes wrong with one call.</summary>
    /// <returns>What came of it; <see langword="null"/> when it ended without an outcome.</returns>
    public async Task<Deployment?> DeployWithAsync(CallPlace place, Mishap mishap)
    {
        using var stop = new CancellationTokenSource();
        EventHandler<SandboxCall> stopping = (_, call) => { if (mishap.Stops() && call.Fault is not null) stop.Cancel(); };
        _sandbox.Faults.Add(place.With(mishap.Fault()));
        _sandbox.Called += stopping;
        try
        {
            return await DeployAsync(mishap is Mishap.TimeOut or Mishap.TimeOutAfter ? Impatience : TimeSpan.FromMinutes(1), stop.Token);
        }
        catch (OrgTrailException refusal) when (!mishap.Stops() && refusal.Problem is { Advice.Length: > 0, Kind: not ProblemKind.NotFound })
        {
            return null;
        }
        catch (OperationCanceledException) when (mishap.Stops())
        {
            return null;
        }
        finally
        {
            _sandbox.Called -= stopping;
            _sandbox.Faults.Clear();
        }
    }

    /// <summary>Deploys.</summary>
    public Task<Deployment> DeployAsync() => DeployAsync(TimeSpan.FromMinutes(1), default);

    public void Dispose()
    {
        var errors = _sandbox.InternalErrors;
        _sandbox.Dispose();
        Assert.Empty(errors);
    }

    // A request whose connection broke is sent again, once, below the retries that can be switched off: the AWS SDK takes
    // it for a pooled connection that had gone stale. And what may be made twice is made again by its step when the answer
    // got lost. So the second of two is no fault of the deployment.
    private IEnumerable<SandboxCall> Carried() => Writes
        .Zip(Writes.Prepend(null))
        .Where(pair => pair.First is { Status: >= 200 and < 300 } call
            && !(pair.Second is { Fault: not null } before && before.Operation == call.Operation))
        .Select(pair => pair.First);

    private IEnumerable<SandboxCall> Writes => _calls.Where(call => !call.OnlyReads);

    private async Task<Deployment> DeployAsync(TimeSpan answerTimeout, CancellationToken cancellation)
    {
        var (time, feedback) = (new ManualTime(), new RecordedFeedback());
        var provider = new AwsCloudProvider { Time = time, AnswerTimeout = answerTimeout };
        var session = new CloudSession(_connection, await provider.ConnectAsync(_connection, feedback, cancellation));
        try
        {
            var plan = await new DeployTrail(session, time, feedback, null).PlanAsync(_start.Wanted, cancellation);
            return plan.IsEmpty ? plan.Current! : await plan.ApplyAsync(cancellation);
        }
        finally
        {
            session.Leave();
        }
    }
}
