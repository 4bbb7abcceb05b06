using System.Management.Automation;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Deletes a trail, after asking. Its bucket and all log files stay.</summary>
/// <remarks>
/// <para>It cannot be taken back: the chain of digests ends, and an organization trail vanishes from every member
/// account. -Confirm:$false answers for you.</para>
/// </remarks>
/// <example>
/// <para>Shows what deleting would end.</para>
/// <code>Remove-OrgTrail acme -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "OrgTrail", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveOrgTrailCommand : TrailCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await TrailSessionAsync(cancellation);
        var plan = await DeleteTrail.PlanAsync(session, RequiredTrail, cancellation);
        if (await ShouldAsync(plan)) await plan.ApplyAsync(cancellation);
    }
}
