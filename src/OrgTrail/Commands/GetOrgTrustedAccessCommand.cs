using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Tells whether CloudTrail has trusted access to the organization.</summary>
/// <remarks>
/// <para>Runs in the management account, and in delegated administrators of any service.</para>
/// </remarks>
/// <example>
/// <para>Looks with the credentials of the profile management.</para>
/// <code>Get-OrgTrustedAccess -ProfileName management</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "OrgTrustedAccess")]
[OutputType(typeof(TrustedAccess))]
public sealed class GetOrgTrustedAccessCommand : ConnectedCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync(null, cancellation);
        WriteObject(session.AttachSession(await GetTrustedAccess.ReadAsync(session, cancellation)));
    }
}
