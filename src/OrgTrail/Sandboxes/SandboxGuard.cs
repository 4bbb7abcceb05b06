using System.Management.Automation.Runspaces;
using OrgTrail.Connection;

namespace OrgTrail.Sandboxes;

/// <summary>
/// Keeps connections inside while a sandbox is on, and refuses those of which it is not certain that they stay inside: a
/// command that was meant for the sandbox never reaches a real account. Make one on the pipeline thread.
/// </summary>
internal sealed class SandboxGuard
{
    private readonly Runspace? _runspace = Runspace.DefaultRunspace;

    /// <summary>The connection to open in the place of a wanted one.</summary>
    /// <param name="wanted">What the user, the session and the input say.</param>
    /// <param name="cancellation">Ends the look whether the sandbox is there.</param>
    /// <returns>
    /// While a sandbox is on, one with its address, so that nothing in the environment matters any more, and which the objects
    /// that come of it keep; or the wanted one, when the user named another address of this machine.
    /// </returns>
    /// <exception cref="OrgTrailException">It might leave the sandbox.</exception>
    public async Task<ConnectionOptions> ConfineAsync(ConnectionOptions wanted, CancellationToken cancellation)
    {
        if ((ProcessSandbox.Running?.Endpoint ?? SandboxVariables.Marked) is not { } sandbox)
            return SandboxedRunspaces.Find(_runspace) is not { } left || NamesOther(wanted, left) ? wanted : throw new OrgTrailException(SandboxProblems.StoppedElsewhere(left));
        if (NamesOther(wanted, sandbox)) return wanted;
        if (wanted.EndpointUrl is { } named && named != sandbox)
            throw new OrgTrailException(SandboxProblems.Outside(named, sandbox));
        if (wanted.EndpointUrl is null && SandboxVariables.LeadsElsewhere(sandbox) is { } variable)
            throw new OrgTrailException(SandboxProblems.EnvironmentChanged(variable, sandbox));
        if (!await SandboxReach.IsListeningAsync(sandbox, cancellation).ConfigureAwait(false))
            throw new OrgTrailException(SandboxProblems.Gone(sandbox));

        SandboxedRunspaces.Enter(_runspace, sandbox);
        // The variables of AWS Tools are those of the real session.
        return wanted with { EndpointUrl = sandbox, SessionCredential = null, SessionProfileName = null, SessionRegion = null };
    }

    // An emulator beside the sandbox, for example: not AWS in any case.
    private static bool NamesOther(ConnectionOptions wanted, string sandbox) =>
        wanted.EndpointUrl is { } named && named != sandbox && SandboxReach.IsLoopback(named);
}
