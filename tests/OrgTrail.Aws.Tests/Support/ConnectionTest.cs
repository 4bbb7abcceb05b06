using OrgTrail.Aws.Tests.Workflows;
using OrgTrail.Connection;
using OrgTrail.Ports;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Support;

/// <summary>Connects to scripted answers from a clean environment, and can tell with which key and Region the requests came.</summary>
[Collection(EnvironmentGroup.Name)]
public abstract class ConnectionTest : IDisposable
{
    /// <summary>A secret that must turn up nowhere.</summary>
    protected const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private readonly CleanEnvironment _environment = new();

    protected ConnectionTest() => Aws = ScriptedAws.WithOrganization();

    /// <summary>The far side.</summary>
    protected ScriptedAws Aws { get; }

    /// <summary>What was told.</summary>
    private protected RecordedFeedback Feedback { get; } = new();

    private protected CleanEnvironment Env => _environment;

    /// <summary>Keys, Region and endpoint given by hand.</summary>
    private protected ConnectionOptions ByHand => new() { AccessKey = "AKIAGIVEN", SecretKey = Secret, Region = "eu-central-1", EndpointUrl = Aws.Endpoint };

    /// <summary>Only the endpoint and a Region are given: the credentials must be found.</summary>
    private protected ConnectionOptions Nothing => new() { Region = "eu-central-1", EndpointUrl = Aws.Endpoint };

    public void Dispose()
    {
        Aws.Dispose();
        _environment.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<ICloud> ConnectAsync(ConnectionOptions options, CancellationToken cancellation = default) =>
        new AwsCloudProvider { Time = new ManualTime() }.ConnectAsync(options, Feedback, cancellation);

    /// <summary>Connects, makes one call, and tells the call as it arrived.</summary>
    private protected async Task<AwsCall> CallAsync(ConnectionOptions options)
    {
        using var cloud = await ConnectAsync(options);
        await cloud.Identity.GetCallerAsync(CancellationToken.None);
        return Aws.CallsOf("STS", "GetCallerIdentity")[^1];
    }

    /// <summary>The problem that an attempt to connect ends with.</summary>
    private protected async Task<Problem> RefusedAsync(ConnectionOptions options)
    {
        var exception = await Assert.ThrowsAsync<OrgTrailException>(async () => (await ConnectAsync(options)).Dispose());
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.Problem.Advice, StringComparison.Ordinal);
        return exception.Problem;
    }

    /// <summary>A section of a credentials file with static keys.</summary>
    protected static string Keys(string profile, string accessKey, string more = "") =>
        $"[{profile}]\naws_access_key_id = {accessKey}\naws_secret_access_key = {Secret}\n{more}\n";
}
