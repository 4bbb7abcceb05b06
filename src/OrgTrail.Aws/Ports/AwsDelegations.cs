using Amazon.CloudTrail;
using Amazon.CloudTrail.Model;
using OrgTrail.Aws.Errors;
using OrgTrail.Ports;

namespace OrgTrail.Aws.Ports;

/// <summary>Delegated administrators, through CloudTrail.</summary>
/// <param name="client">The client of CloudTrail, which is the owner's.</param>
/// <param name="calls">Sends the requests.</param>
internal sealed class AwsDelegations(Client<IAmazonCloudTrail> client, ServiceCalls calls) : IDelegations
{
    public Task RegisterAsync(string accountId, CancellationToken cancellation) => calls.SendAsync(
        "RegisterOrganizationDelegatedAdmin",
        () => client.Value.RegisterOrganizationDelegatedAdminAsync(new RegisterOrganizationDelegatedAdminRequest { MemberAccountId = accountId }, cancellation),
        cancellation);

    public Task DeregisterAsync(string accountId, CancellationToken cancellation) => calls.SendAsync(
        "DeregisterOrganizationDelegatedAdmin",
        () => client.Value.DeregisterOrganizationDelegatedAdminAsync(new DeregisterOrganizationDelegatedAdminRequest { DelegatedAdminAccountId = accountId }, cancellation),
        cancellation);
}
