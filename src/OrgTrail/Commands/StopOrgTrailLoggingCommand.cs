using System.Management.Automation;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Stops the logging of a trail, after asking.</summary>
/// <remarks>
/// <para>Nothing that happens in the accounts which the trail covers is recorded by it until Start-OrgTrailLogging. The trail is switched in its home Region. -Confirm:$false answers for you.</para>
/// </remarks>
/// <example>
/// <para>Shows what stopping would end.</para>
/// <code>Stop-OrgTrailLogging acme -WhatIf</code>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "OrgTrailLogging", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Trail))]
public sealed class StopOrgTrailLoggingCommand : TrailCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await TrailSessionAsync(cancellation);
        await CarryOutAsync(session, await new SwitchLogging(session, Clock, Feedback).PlanStopAsync(RequiredTrail, cancellation), cancellation);
    }
}
