using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Services.Organizations;

/// <summary>Who is delegated administrator of what: CloudTrail's own operations change it too.</summary>
internal static class Delegations
{
    /// <summary>How many a service may have. Of others than CloudTrail the sandbox does not know.</summary>
    public static int LimitOf(string principal) =>
        // "You can have a maximum of three delegated administrators per organization" (CloudTrail user guide, Organization delegated administrator).
        principal == ServicePrincipals.CloudTrail ? 3 : int.MaxValue;

    /// <summary>The accounts that administer a service.</summary>
    public static IReadOnlyList<string> Of(SandboxOrganization organization, string principal) =>
        organization.DelegatedAdministrators.GetValueOrDefault(principal) ?? [];

    /// <summary>Registers an account, which is not registered yet.</summary>
    public static void Add(SandboxOrganization organization, string principal, string accountId, DateTimeOffset now)
    {
        if (!organization.DelegatedAdministrators.TryGetValue(principal, out var accounts))
            organization.DelegatedAdministrators[principal] = accounts = [];
        accounts.Add(accountId);
        organization.DelegationDates[Key(principal, accountId)] = now;
    }

    /// <summary>Deregisters an account.</summary>
    /// <returns>Whether it was registered.</returns>
    public static bool Remove(SandboxOrganization organization, string principal, string accountId)
    {
        organization.DelegationDates.Remove(Key(principal, accountId));
        return organization.DelegatedAdministrators.GetValueOrDefault(principal)?.Remove(accountId) ?? false;
    }

    /// <summary>Since when an account administers a service, or any service; <see langword="null"/> when it does not.</summary>
    public static DateTimeOffset? Since(SandboxOrganization organization, SandboxAccount account, string? principal)
    {
        var dates = organization.DelegatedAdministrators
            .Where(service => (principal ?? service.Key) == service.Key && service.Value.Contains(account.Id))
            .Select(service => organization.DelegationDates.GetValueOrDefault(Key(service.Key, account.Id), account.JoinedTimestamp))
            .ToList();
        return dates.Count == 0 ? null : dates.Min();
    }

    private static string Key(string principal, string accountId) => $"{principal}/{accountId}";
}
