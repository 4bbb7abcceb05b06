using OrgTrail.Sandbox;

namespace OrgTrail.Aws.Tests.Workflows;

/// <summary>The workflows on the sandbox, which refuses what AWS refuses.</summary>
public sealed class SandboxWorkflows : OrganizationTrailWorkflows
{
    private readonly SandboxServer _sandbox = SandboxServer.Start(new() { Organization = false });

    protected override string Endpoint => _sandbox.Endpoint;

    public override void Dispose()
    {
        base.Dispose();
        Assert.Empty(_sandbox.InternalErrors);
        _sandbox.Dispose();
    }

    // Each test has a sandbox of its own.
    protected override void Reset()
    {
    }
}
