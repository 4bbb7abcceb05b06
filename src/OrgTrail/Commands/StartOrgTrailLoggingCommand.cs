using System.Management.Automation;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Starts the logging of a trail.</summary>
/// <remarks>
/// <para>Logging that is on already stays on. The trail is switched in its home Region.</para>
/// </remarks>
/// <example>
/// <para>Starts every organization trail.</para>
/// <code>Get-OrgTrail | Start-OrgTrailLogging</code>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "OrgTrailLogging", SupportsShouldProcess = true)]
[OutputType(typeof(Trail))]
public sealed class StartOrgTrailLoggingCommand : TrailCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await TrailSessionAsync(cancellation);
        await CarryOutAsync(session, await new SwitchLogging(session, Clock, Feedback).PlanStartAsync(RequiredTrail, cancellation), cancellation);
    }
}
