using OrgTrail.Connection;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>Ends an account's right to administer CloudTrail for the organization. The trails that it made stay, since they are the management account's.</summary>
/// <param name="session">The connection, in the management account.</param>
/// <param name="time">The clock of waits for somebody else's change.</param>
/// <param name="feedback">Told what is waited for.</param>
public sealed class UnregisterDelegatedAdministrator(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>Looks whether the account is one; nothing to change when it is not.</summary>
    /// <param name="accountId">The 12-digit account id.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException"><c>InvalidAccountId</c> before anything is sent; <c>NotOrganizationManagementAccount</c> before anything is changed.</exception>
    public async Task<Plan<DelegatedAdministrator>> PlanAsync(string? accountId, CancellationToken cancellation)
    {
        var account = NamingRule.AccountId.Require(accountId);
        await ManagementAccount.RequireAsync(session, "Delegated administrators are unregistered", cancellation);
        var current = await GetDelegatedAdministrators.FindAsync(session, account, cancellation);

        return new(
            account,
            "Unregister delegated administrator",
            current is null ? [] : [$"account {account} may no longer administer the organization's trails; those that it made stay"],
            current,
            async applying =>
            {
                await ApplyAsync(account, applying);
                return current ?? new() { AccountId = account };
            });
    }

    internal async Task ApplyAsync(string account, CancellationToken cancellation)
    {
        try
        {
            await new PropagationRetry(time, feedback).CallAsync(
                $"Unregistering account {account}",
                calling => session.Cloud.TrailsIn(session.Cloud.Region).Delegations.DeregisterAsync(account, calling),
                TransientErrors.Include,
                cancellation);
        }
        catch (OrgTrailException exception) when (exception.Problem.Id == ProblemIds.DelegatedAdministratorNotRegistered)
        {
            feedback.Verbose($"Somebody unregistered account {account} in the meantime.");
        }
    }
}
