using System.Management.Automation;
using OrgTrail.Pipeline;
using OrgTrail.Sandboxes;

namespace OrgTrail.Commands;

/// <summary>Stops the sandbox and restores the environment variables that pointed at it.</summary>
/// <remarks>
/// <para>What the sandbox held is gone. Where none runs, nothing happens.</para>
/// </remarks>
/// <example>
/// <para>Goes back to the real AWS.</para>
/// <code>Stop-OrgTrailSandbox</code>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "OrgTrailSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StopOrgTrailSandboxCommand : AsyncCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        if (SandboxSession.Current is { } sandbox
            && await ShouldAsync(sandbox.Endpoint, "Stop sandbox", ["what it holds is gone", "the environment variables of AWS are restored"]))
            SandboxSession.Stop();
    }
}
