using OrgTrail.Connection;
using OrgTrail.Health;
using OrgTrail.Problems;
using OrgTrail.Trails;

namespace OrgTrail.Operations;

/// <summary>
/// Lets an account administer CloudTrail for the organization. By CloudTrail's own call and not by that of AWS
/// Organizations, since only CloudTrail makes the service-linked roles that go with it (CloudTrail user guide,
/// "Organization delegated administrator").
/// </summary>
/// <param name="session">The connection, in the management account.</param>
/// <param name="time">The clock of waits for somebody else's change.</param>
/// <param name="feedback">Told what is waited for.</param>
public sealed class RegisterDelegatedAdministrator(CloudSession session, TimeProvider time, IFeedback feedback)
{
    /// <summary>How many an organization may have (CloudTrail user guide, "Organization delegated administrator").</summary>
    public const int Most = 3;

    /// <summary>Looks whether the account is one already, and if not, whether it can become one.</summary>
    /// <param name="accountId">The 12-digit id of a member account.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException">
    /// <c>InvalidAccountId</c> before anything is sent; <c>NotOrganizationManagementAccount</c>, <c>TrustedAccessNotEnabled</c>,
    /// <c>AccountNotFound</c>, <c>AccountSuspended</c>, <c>TooManyDelegatedAdministrators</c>, … before anything is changed.
    /// </exception>
    public async Task<Plan<DelegatedAdministrator>> PlanAsync(string? accountId, CancellationToken cancellation)
    {
        var account = NamingRule.AccountId.Require(accountId);
        var organization = await ManagementAccount.RequireAsync(session, "Delegated administrators are registered", cancellation);
        var administrators = await GetDelegatedAdministrators.ReadAsync(session, cancellation);
        var current = administrators.FirstOrDefault(administrator => administrator.AccountId == account);
        if (current is null) await RequireEligibleAsync(account, organization, administrators, cancellation);

        return new(
            account,
            "Register delegated administrator",
            current is null ? [$"account {account} may administer the organization's trails, which stay the management account's"] : [],
            current,
            applying => ApplyAsync(account, applying));
    }

    private async Task RequireEligibleAsync(
        string account, Organization organization, IReadOnlyList<DelegatedAdministrator> administrators, CancellationToken cancellation)
    {
        var trusted = GetTrustedAccess.FindAsync(session, cancellation);
        var member = session.Cloud.Organizations.FindAccountAsync(account, cancellation);
        await Task.WhenAll(trusted, member);

        ProblemList.ThrowIfAny(
        [
            .. AllFeaturesCheck.Problems(organization),
            .. await trusted is null ? (Problem[])[TrustedAccessCheck.IsOff(organization)] : [],
            .. DelegationProblems.Of(account, await member, organization),
            .. administrators.Count >= Most ? (Problem[])[DelegationProblems.TooMany(administrators)] : [],
        ]);
    }

    private async Task<DelegatedAdministrator> ApplyAsync(string account, CancellationToken cancellation)
    {
        try
        {
            await new PropagationRetry(time, feedback).CallAsync(
                $"Registering account {account}",
                calling => session.Cloud.TrailsIn(session.Cloud.Region).Delegations.RegisterAsync(account, calling),
                // It was seen to be on before anything was sent.
                new Freshness { TrustedAccess = true }.Explains,
                cancellation);
        }
        catch (OrgTrailException exception) when (exception.Problem.Id == ProblemIds.DelegatedAdministratorAlreadyRegistered)
        {
            feedback.Verbose($"Somebody registered account {account} in the meantime.");
        }

        // AWS Organizations may still list those before.
        return await GetDelegatedAdministrators.FindAsync(session, account, cancellation) ?? new() { AccountId = account };
    }
}
