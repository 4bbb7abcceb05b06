using System.Management.Automation;
using System.Management.Automation.Runspaces;
using OrgTrail.Pipeline;
using OrgTrail.Sandboxes;

namespace OrgTrail.Commands;

/// <summary>Stops the sandbox and restores the environment variables that pointed at it.</summary>
/// <remarks>
/// <para>What the sandbox held is gone, and so are AWS's variables that were set while it ran. Where none runs, nothing
/// happens.</para>
/// <para>A sandbox is stopped by the runspace that started it: another one would take it from under its feet. In a process
/// that has only inherited the variables of a sandbox, as after the crash of the session that ran it, they are removed.</para>
/// </remarks>
/// <example>
/// <para>Goes back to the real AWS.</para>
/// <code>Stop-OrgTrailSandbox</code>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "OrgTrailSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class StopOrgTrailSandboxCommand : AsyncCmdlet
{
    private readonly Runspace? _runspace = Runspace.DefaultRunspace;

    /// <summary>Stops also the sandbox that another runspace has started, and leaves the one that another process runs.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        if (SessionSandbox.EndpointOf(_runspace) is not { } endpoint) return;
        if (!Force) SessionSandbox.RequireStoppable(_runspace);
        if (!await ShouldAsync(endpoint, "Stop sandbox", ["what it holds is gone", "the environment variables of AWS are restored"])) return;
        if (!SessionSandbox.Stop(_runspace))
            WriteWarning("AWS's environment variables from before the sandbox were known only to the process that started it; now none is set.");
    }
}
