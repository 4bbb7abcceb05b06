using System.Management.Automation;
using OrgTrail.Connection;
using OrgTrail.Operations;

namespace OrgTrail.Commands;

/// <summary>Lets member accounts administer CloudTrail for the organization, by CloudTrail's own call.</summary>
/// <remarks>
/// <para>Runs in the management account. CloudTrail's own call also makes the service-linked roles that it needs, which
/// registering by AWS Organizations does not. Looks first whether trusted access is on, whether the account is an active
/// member, and whether there are fewer than three; what stands against it is named and nothing is sent. An account that
/// is registered already is emitted as it is.</para>
/// <para>A delegated administrator creates, changes, starts, stops and deletes organization trails, which belong to the
/// management account all the same. Only the management account turns account trails into organization trails and back.</para>
/// </remarks>
/// <example>
/// <para>Lets the security account administer CloudTrail.</para>
/// <code>Register-OrgTrailDelegatedAdmin 222222222222 -ProfileName management</code>
/// </example>
[Cmdlet(VerbsLifecycle.Register, "OrgTrailDelegatedAdmin", SupportsShouldProcess = true)]
[OutputType(typeof(DelegatedAdministrator))]
public sealed class RegisterOrgTrailDelegatedAdminCommand : DelegatedAdminCmdlet
{
    private protected override async Task ProcessAsync(CloudSession session, string account, CancellationToken cancellation) => await CarryOutAsync(
        session,
        await new RegisterDelegatedAdministrator(session, Clock, Feedback).PlanAsync(account, cancellation),
        cancellation);
}
