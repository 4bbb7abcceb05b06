using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Disables trusted access for CloudTrail in the organization, after listing the trails that it breaks.</summary>
/// <remarks>
/// <para>Organization trails vanish from the member accounts and turn into account trails of the management account.
/// Enabling trusted access again restores nothing: Set-OrgTrail -IsOrganizationTrail $true must follow for each trail.
/// Asks before it acts; -Confirm:$false answers for you.</para>
/// </remarks>
/// <example>
/// <para>Shows which organization trails would turn into account trails.</para>
/// <code>Disable-OrgTrustedAccess -ProfileName management -WhatIf</code>
/// </example>
[Cmdlet(VerbsLifecycle.Disable, "OrgTrustedAccess", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(TrustedAccess))]
public sealed class DisableOrgTrustedAccessCommand : ConnectedCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync(null, cancellation);
        await CarryOutAsync(session, await new DisableTrustedAccess(session, Clock, Feedback).PlanAsync(cancellation), cancellation);
    }
}
