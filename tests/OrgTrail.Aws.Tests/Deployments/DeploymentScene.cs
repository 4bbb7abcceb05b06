using System.Collections.Concurrent;
using OrgTrail.Aws.Tests.Workflows;
using OrgTrail.Aws.Tests.Workflows.Health;
using OrgTrail.Connection;
using OrgTrail.Deployments;
using OrgTrail.Operations;
using OrgTrail.Sandbox;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments;

/// <summary>A sandbox to deploy to, through Core and real clients, and what it was asked.</summary>
internal sealed class DeploymentScene : IDisposable
{
    public const string Management = "111111111111";
    public const string AuditBucket = "acme-audit";

    private readonly ConcurrentQueue<SandboxCall> _calls = [];

    public DeploymentScene(int accounts = 3, IReadOnlyList<string>? regions = null, TimeProvider? time = null)
    {
        Sandbox = SandboxServer.Start(new() { AccountCount = accounts, Regions = regions, Time = time ?? TimeProvider.System });
        Sandbox.Called += (_, call) => _calls.Enqueue(call);
    }

    public SandboxServer Sandbox { get; }

    public SandboxState State => Sandbox.State;

    public SandboxOrganization Organization => State.Organizations.Organization!;

    public RecordedFeedback Feedback { get; } = new();

    public ManualTime Time { get; } = new();

    /// <summary>The operations that were called, in order.</summary>
    public IReadOnlyList<string> Calls => [.. _calls.Select(call => call.Operation)];

    /// <summary>Those among them that change something.</summary>
    public IReadOnlyList<string> Writes => [.. _calls.Where(call => !call.OnlyReads).Select(call => call.Operation)];

    /// <summary>The one trail.</summary>
    public SandboxTrail Trail => Assert.Single(State.CloudTrail.Trails);

    public static TrailSpecification Wanted(params (string Name, object? Value)[] more) => SpecificationReader.Read(
        ((string Name, object? Value)[])[("Name", "acme"), ("S3BucketName", AuditBucket), .. more] is var all
            ? all.GroupBy(setting => setting.Name).ToDictionary(group => group.Key, group => group.Last().Value)
            : []);

    public SandboxBucket AddBucket(string name = AuditBucket, string owner = Management, string region = "us-east-1", string? policy = null) =>
        State.S3.Buckets[name] = new() { Name = name, OwnerAccountId = owner, Region = region, Policy = policy };

    public void Trust() => Organization.TrustedServices[TrustedAccess.CloudTrail] = Sandbox.Context.Clock.Now;

    /// <summary>Makes the last account a delegated administrator, as CloudTrail does it: with the roles that it needs.</summary>
    public async Task<string> DelegateAsync()
    {
        Trust();
        var account = Organization.Accounts[^1].Id;
        await WithAsync(async session =>
        {
            await session.Cloud.TrailsIn("us-east-1").Delegations.RegisterAsync(account, default);
            return account;
        });
        return account;
    }

    public async Task<T> WithAsync<T>(Func<CloudSession, Task<T>> use, string account = Management, string region = "us-east-1")
    {
        var options = new ConnectionOptions { AccessKey = account, SecretKey = "any", Region = region, EndpointUrl = Sandbox.Endpoint };
        var session = new CloudSession(options, await new AwsCloudProvider().ConnectAsync(options, Feedback, default));
        try
        {
            return await use(session);
        }
        finally
        {
            session.Leave();
        }
    }

    /// <summary>Plans, as <c>-WhatIf</c> does.</summary>
    public Task<Deployment> PlanAsync(TrailSpecification wanted, string account = Management, bool force = false, bool allowDuplicate = false, string region = "us-east-1") => WithAsync(
        async session => (await new DeployTrail(session, Time, Feedback, null) { Force = force, AllowDuplicate = allowDuplicate }.PlanAsync(wanted, default)).Current!,
        account,
        region);

    /// <summary>Makes all checks of a trail, as <c>Test-OrgTrail</c> does.</summary>
    public Task<IReadOnlyList<CheckResult>> DiagnoseAsync(string trailArn, string account = Management) =>
        WithAsync(session => Diagnosis.MakeAsync(session, trailArn, Sandbox, Feedback), account);

    /// <summary>Plans and applies, and begins the count of calls anew.</summary>
    public Task<Deployment> DeployAsync(TrailSpecification wanted, string account = Management, BackupFolder? backups = null, bool force = false, bool allowDuplicate = false, string region = "us-east-1")
    {
        _calls.Clear();
        return WithAsync(
            async session =>
            {
                var plan = await new DeployTrail(session, Time, Feedback, backups) { Force = force, AllowDuplicate = allowDuplicate }.PlanAsync(wanted, default);
                return plan.IsEmpty ? plan.Current! : await plan.ApplyAsync(default);
            },
            account,
            region);
    }

    public async Task<Problem> RefusedAsync(TrailSpecification wanted, string account = Management, bool force = false, bool allowDuplicate = false, string region = "us-east-1")
    {
        var refusal = await Assert.ThrowsAsync<OrgTrailException>(() => DeployAsync(wanted, account, force: force, allowDuplicate: allowDuplicate, region: region));
        Assert.Empty(Writes);
        Assert.NotEmpty(refusal.Problem.Advice);
        return refusal.Problem;
    }

    public void Dispose()
    {
        var errors = Sandbox.InternalErrors;
        Sandbox.Dispose();
        Assert.Empty(errors);
    }
}
