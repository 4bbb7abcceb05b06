namespace OrgTrail.Operations;

/// <summary>What can stand against a delegated administrator.</summary>
internal static class DelegationProblems
{
    /// <summary>What stands against an account; none when it can become a delegated administrator.</summary>
    /// <param name="id">The account's id.</param>
    /// <param name="member">The account; <see langword="null"/> when the organization has none of that id.</param>
    /// <param name="organization">The organization.</param>
    public static Problem[] Of(string id, Account? member, Organization organization) => member switch
    {
        _ when id == organization.ManagementAccountId => [ManagementAccount(id)],
        null => [NoMember(id, organization)],
        { IsActive: false } => [NotActive(member)],
        _ => [],
    };

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
