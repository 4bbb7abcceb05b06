using OrgTrail.Sandbox;

namespace OrgTrail.Aws.Tests.Buckets;

/// <summary>The workflows on the sandbox, whose new buckets are private as those of AWS.</summary>
public sealed class SandboxBucketWorkflows : BucketWorkflows
{
    private readonly SandboxServer _sandbox = SandboxServer.Start(new());

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
