using System.Runtime.CompilerServices;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using OrgTrail.Aws.Errors;
using OrgTrail.Ports;
using Handshake = OrgTrail.Ports.Handshake;

namespace OrgTrail.Aws.Ports;

/// <summary>AWS Organizations.</summary>
/// <param name="create">Makes the client.</param>
/// <param name="time">The clock and the timer of the waits.</param>
internal sealed class AwsOrganizations(Func<IAmazonOrganizations> create, TimeProvider time) : IOrganizations, IDisposable
{
    private readonly Client<IAmazonOrganizations> _client = new(create);
    private readonly ServiceCalls _calls = new("Organizations", time);

    public async Task<Organization> DescribeAsync(CancellationToken cancellation)
    {
        const string Operation = "DescribeOrganization";
        var answer = await _calls.SendAsync(Operation, () => _client.Value.DescribeOrganizationAsync(new DescribeOrganizationRequest(), cancellation), cancellation).ConfigureAwait(false);
        return OrganizationMapping.ToOrganization(_calls.Required(Operation, answer.Organization), member => _calls.Required(Operation, member));
    }

    public async IAsyncEnumerable<TrustedService> ListTrustedServicesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        const string Operation = "ListAWSServiceAccessForOrganization";
        var found = Pages.ReadAsync(
            _calls,
            Operation,
            token => _calls.SendAsync(Operation, () => _client.Value.ListAWSServiceAccessForOrganizationAsync(new ListAWSServiceAccessForOrganizationRequest { NextToken = token }, cancellation), cancellation),
            page => page.EnabledServicePrincipals,
            page => page.NextToken);
        await foreach (var one in found.ConfigureAwait(false))
            yield return new TrustedService(_calls.Required(Operation, one.ServicePrincipal), Time.Utc(one.DateEnabled));
    }

    public Task EnableTrustedServiceAsync(string servicePrincipal, CancellationToken cancellation) => _calls.SendAsync(
        "EnableAWSServiceAccess",
        () => _client.Value.EnableAWSServiceAccessAsync(new EnableAWSServiceAccessRequest { ServicePrincipal = servicePrincipal }, cancellation),
        cancellation);

    public Task DisableTrustedServiceAsync(string servicePrincipal, CancellationToken cancellation) => _calls.SendAsync(
        "DisableAWSServiceAccess",
        () => _client.Value.DisableAWSServiceAccessAsync(new DisableAWSServiceAccessRequest { ServicePrincipal = servicePrincipal }, cancellation),
        cancellation);

    public async Task<Handshake> EnableAllFeaturesAsync(CancellationToken cancellation)
    {
        const string Operation = "EnableAllFeatures";
        var answer = await _calls.SendAsync(Operation, () => _client.Value.EnableAllFeaturesAsync(new EnableAllFeaturesRequest(), cancellation), cancellation).ConfigureAwait(false);
        return OrganizationMapping.ToHandshake(_calls.Required(Operation, answer.Handshake), member => _calls.Required(Operation, member));
    }

    public async IAsyncEnumerable<Handshake> ListAllFeaturesHandshakesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = new HandshakeFilter { ActionType = ActionType.ENABLE_ALL_FEATURES };
        const string Operation = "ListHandshakesForOrganization";
        var found = Pages.ReadAsync(
            _calls,
            Operation,
            token => _calls.SendAsync(Operation, () => _client.Value.ListHandshakesForOrganizationAsync(new ListHandshakesForOrganizationRequest { Filter = filter, NextToken = token }, cancellation), cancellation),
            page => page.Handshakes,
            page => page.NextToken);
        await foreach (var one in found.ConfigureAwait(false))
            yield return OrganizationMapping.ToHandshake(one, member => _calls.Required(Operation, member));
    }

    public async IAsyncEnumerable<OrgTrail.DelegatedAdministrator> ListDelegatedAdministratorsAsync(string servicePrincipal, [EnumeratorCancellation] CancellationToken cancellation)
    {
        const string Operation = "ListDelegatedAdministrators";
        var found = Pages.ReadAsync(
            _calls,
            Operation,
            token => _calls.SendAsync(Operation, () => _client.Value.ListDelegatedAdministratorsAsync(new ListDelegatedAdministratorsRequest { ServicePrincipal = servicePrincipal, NextToken = token }, cancellation), cancellation),
            page => page.DelegatedAdministrators,
            page => page.NextToken);
        await foreach (var one in found.ConfigureAwait(false))
            yield return OrganizationMapping.ToAdministrator(_calls.Required(Operation, one.Id), one);
    }

    public async Task<OrgTrail.Account?> FindAccountAsync(string accountId, CancellationToken cancellation)
    {
        const string Operation = "DescribeAccount";
        var answer = await _calls.SendAsync(Operation, () => DescribeAsync(accountId, cancellation), cancellation).ConfigureAwait(false);
        return answer is null ? null : OrganizationMapping.ToAccount(accountId, _calls.Required(Operation, answer.Account));
    }

    public async IAsyncEnumerable<OrgTrail.Account> ListAccountsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        const string Operation = "ListAccounts";
        var found = Pages.ReadAsync(
            _calls,
            Operation,
            token => _calls.SendAsync(Operation, () => _client.Value.ListAccountsAsync(new ListAccountsRequest { NextToken = token }, cancellation), cancellation),
            page => page.Accounts,
            page => page.NextToken);
        await foreach (var one in found.ConfigureAwait(false))
            yield return OrganizationMapping.ToAccount(_calls.Required(Operation, one.Id), one);
    }

    public void Dispose() => _client.Dispose();

    private async Task<DescribeAccountResponse?> DescribeAsync(string accountId, CancellationToken cancellation)
    {
        try
        {
            return await _client.Value.DescribeAccountAsync(new DescribeAccountRequest { AccountId = accountId }, cancellation).ConfigureAwait(false);
        }
        catch (AccountNotFoundException)
        {
            return null;
        }
    }
}
