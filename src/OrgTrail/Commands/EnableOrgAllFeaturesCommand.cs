using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Starts the change of the organization to all features, or reports how far it has come.</summary>
/// <remarks>
/// <para>Organization trails need all features. The change cannot be taken back: every invited member account is asked
/// to approve within 90 days, and the management account finishes it with AcceptHandshake. Where all features are on,
/// or the change is under way, nothing is sent and the state is reported.
/// Asks before it acts; -Confirm:$false answers for you.</para>
/// </remarks>
/// <example>
/// <para>Reports the feature set, and what starting the change would do.</para>
/// <code>Enable-OrgAllFeatures -ProfileName management -WhatIf</code>
/// </example>
[Cmdlet(VerbsLifecycle.Enable, "OrgAllFeatures", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Organization))]
public sealed class EnableOrgAllFeaturesCommand : ConnectedCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync(null, cancellation);
        await CarryOutAsync(session, await EnableAllFeatures.PlanAsync(session, Feedback, cancellation), cancellation);
    }
}
