using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Ends the right of accounts to administer CloudTrail for the organization, after asking.</summary>
/// <remarks>
/// <para>Runs in the management account. The trails that the accounts made stay, since they belong to the management
/// account. An account that is no delegated administrator is right already. -Confirm:$false answers for you.</para>
/// </remarks>
/// <example>
/// <para>Shows whose right would end.</para>
/// <code>Get-OrgTrailDelegatedAdmin | Unregister-OrgTrailDelegatedAdmin -WhatIf</code>
/// </example>
[Cmdlet(VerbsLifecycle.Unregister, "OrgTrailDelegatedAdmin", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class UnregisterOrgTrailDelegatedAdminCommand : DelegatedAdminCmdlet
{
    private protected override async Task ProcessAsync(CloudSession session, string account, CancellationToken cancellation)
    {
        var plan = await new UnregisterDelegatedAdministrator(session, Clock, Feedback).PlanAsync(account, cancellation);
        await CarryOutSilentlyAsync(plan, cancellation);
    }
}
