using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>Finds who administers CloudTrail for the organization besides the management account.</summary>
internal static class GetDelegatedAdministrators
{
    /// <summary>Reads them, from the management account or a delegated administrator of any service; there are three at most.</summary>
    public static async Task<IReadOnlyList<DelegatedAdministrator>> ReadAsync(CloudSession session, CancellationToken cancellation)
    {
        var administrators = new List<DelegatedAdministrator>();
        await foreach (var administrator in session.Cloud.Organizations.ListDelegatedAdministratorsAsync(TrustedAccess.CloudTrail, cancellation))
            administrators.Add(session.AttachSession(administrator));
        return administrators;
    }

    /// <summary>One of them; <see langword="null"/> when the account is none.</summary>
    internal static async Task<DelegatedAdministrator?> FindAsync(CloudSession session, string accountId, CancellationToken cancellation) =>
        (await ReadAsync(session, cancellation)).FirstOrDefault(administrator => administrator.AccountId == accountId);
}
