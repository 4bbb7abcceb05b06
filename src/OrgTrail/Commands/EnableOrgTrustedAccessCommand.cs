using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Enables trusted access for CloudTrail in the organization, unless it is on already.</summary>
/// <remarks>
/// <para>Organization trails need it. Only the management account can do it, and the organization must have all features.</para>
/// </remarks>
/// <example>
/// <para>Enables it, and shows what it would change first.</para>
/// <code>Enable-OrgTrustedAccess -ProfileName management -WhatIf
/// Enable-OrgTrustedAccess -ProfileName management</code>
/// </example>
[Cmdlet(VerbsLifecycle.Enable, "OrgTrustedAccess", SupportsShouldProcess = true)]
[OutputType(typeof(TrustedAccess))]
public sealed class EnableOrgTrustedAccessCommand : ConnectedCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync(null, cancellation);
        await CarryOutAsync(session, await new EnableTrustedAccess(session, Clock, Feedback).PlanAsync(cancellation), cancellation);
    }
}
