using System.Collections.Concurrent;
using OrgTrail.Connection;
using OrgTrail.Sandbox;
using OrgTrail.Testing;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>A sandbox with an organization of three accounts, trusted access, and the organization trail <c>acme</c>; and whoever calls it.</summary>
internal sealed class OrganizationScene : IDisposable
{
    public const string Management = "111111111111";
    public const string Arn = "arn:aws:cloudtrail:us-east-1:111111111111:trail/acme";

    private readonly List<CloudSession> _sessions = [];
    private readonly ConcurrentQueue<string> _calls = new();

    public OrganizationScene()
    {
        Sandbox = SandboxServer.Start(new() { AccountCount = 5 });
        Organization.TrustedServices[TrustedAccess.CloudTrail] = Sandbox.Context.Clock.Now;
        Sandbox.State.CloudTrail.Trails.Add(new() { Name = "acme", OwnerAccountId = Management, HomeRegion = "us-east-1", S3BucketName = "acme-audit", IsOrganizationTrail = true, IsMultiRegionTrail = true, IsLogging = true });
        Sandbox.Called += (_, call) => _calls.Enqueue(call.Operation);
    }

    public SandboxServer Sandbox { get; }

    public Sandbox.State.SandboxOrganization Organization => Sandbox.State.Organizations.Organization!;

    public ManualTime Time { get; } = new();

    public RecordedFeedback Feedback { get; } = new();

    /// <summary>A member account.</summary>
    public string Member => Organization.Accounts[1].Id;

    /// <summary>The operations that were called since the last look.</summary>
    public IReadOnlyList<string> TakeCalls()
    {
        var calls = _calls.ToArray();
        _calls.Clear();
        return calls;
    }

    public void Delegate(params string[] accounts) => Organization.DelegatedAdministrators[TrustedAccess.CloudTrail] = [.. accounts];

    /// <summary>A connection with the credentials of an account.</summary>
    public async Task<CloudSession> AsAsync(string account, string region = "us-east-1", string? endpoint = null)
    {
        var options = new ConnectionOptions { AccessKey = account, SecretKey = ThrowawayEnvironment.SecretKey, Region = region, EndpointUrl = endpoint ?? Sandbox.Endpoint };
        var session = new CloudSession(options, await new AwsCloudProvider { Time = new ManualTime() }.ConnectAsync(options, Feedback, default));
        _sessions.Add(session);
        return session;
    }

    public void Dispose()
    {
        foreach (var session in _sessions) session.Leave();
        Assert.Empty(Sandbox.InternalErrors);
        Sandbox.Dispose();
    }
}
