namespace OrgTrail.Operations;

/// <summary>What can stand against a delegated administrator.</summary>
internal static class DelegationProblems
{
    public static Problem ManagementAccount(string accountId) => new(
        "CannotDelegateManagementAccount",
        ProblemKind.InvalidInput,
        $"Account {accountId} is the management account, which cannot be a delegated administrator; it may do all that one may.",
        "Choose a member account.");

    public static Problem NoMember(string accountId, Organization organization) => new(
        "AccountNotFound",
        ProblemKind.NotFound,
        $"Organization {organization.Id} has no account {accountId}.",
        "Check the account id; aws organizations list-accounts shows all.");

    public static Problem NotActive(Account account) => new(
        "AccountSuspended",
        ProblemKind.InvalidState,
        $"Account {account.Id} is {account.State}; only an active account can be a delegated administrator.",
        "Choose an active member account.");

    public static Problem TooMany(IReadOnlyList<DelegatedAdministrator> administrators) => new(
        "TooManyDelegatedAdministrators",
        ProblemKind.LimitExceeded,
        $"The organization has {administrators.Count} delegated administrators for CloudTrail, as many as it may have: {string.Join(", ", administrators)}.",
        "Run Unregister-OrgTrailDelegatedAdmin for one of them first.");
}
