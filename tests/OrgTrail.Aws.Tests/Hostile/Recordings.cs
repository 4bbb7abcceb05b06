using OrgTrail.Aws.Tests.Deployments.Faults;
using OrgTrail.Aws.Tests.Support;
using OrgTrail.Aws.Tests.Workflows.Health;
using OrgTrail.Connection;
using OrgTrail.Ports;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Hostile;

/// <summary>What the sandbox answers to each call of the ports, and a way to make the call again to somebody else.</summary>
public sealed class Recordings : IAsyncLifetime
{
    /// <summary>As long as an answer may take that never comes.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(0.5);

    /// <summary>As long as any other answer may take, on a machine that has much to do.</summary>
    public static readonly TimeSpan Enough = TimeSpan.FromSeconds(8);

    private readonly CallProfiles _profiles = new();
    private readonly Dictionary<string, RecordedAnswers> _answers = new(StringComparer.Ordinal);

    /// <summary>Each call, and each operation that it comes to.</summary>
    internal IEnumerable<(PortCall Call, string Operation)> Operations =>
        from call in PortCall.All
        from operation in Of(call).Operations
        select (call, operation);

    internal RecordedAnswers Of(PortCall call) => _answers[call.Name];

    public async ValueTask InitializeAsync()
    {
        using var sandbox = await HealthySandbox.StartAsync();
        using var proxy = new RecordingProxy(sandbox.Server.Endpoint);
        using var cloud = await ConnectAsync(proxy.Endpoint, Enough);
        foreach (var call in PortCall.All)
        {
            await call.MakeAsync(cloud, default);
            _answers[call.Name] = proxy.Take();
        }
    }

    public ValueTask DisposeAsync()
    {
        _profiles.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Connects with low limits and single attempts.</summary>
    internal Task<ICloud> ConnectAsync(string endpoint, TimeSpan longestAnswer) => new AwsCloudProvider { AnswerTimeout = longestAnswer, Time = new InstantTime() }.ConnectAsync(
        new ConnectionOptions { ProfileName = CallProfiles.SingleAttempt, ProfileLocation = _profiles.Path, Region = "us-east-1", EndpointUrl = endpoint },
        new RecordedFeedback(),
        default);
}
