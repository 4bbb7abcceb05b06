using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Finds the accounts that administer CloudTrail for the organization besides the management account.</summary>
/// <remarks>
/// <para>Runs in the management account, and in delegated administrators of any service. There are three at most.</para>
/// </remarks>
/// <example>
/// <para>Looks with the credentials of the profile management.</para>
/// <code>Get-OrgTrailDelegatedAdmin -ProfileName management</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "OrgTrailDelegatedAdmin")]
[OutputType(typeof(DelegatedAdministrator))]
public sealed class GetOrgTrailDelegatedAdminCommand : ConnectedCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellation)
    {
        var session = await SessionAsync(null, cancellation);
        foreach (var administrator in await GetDelegatedAdministrators.ReadAsync(session, cancellation)) WriteObject(administrator);
    }
}
