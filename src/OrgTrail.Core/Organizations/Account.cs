namespace OrgTrail;

/// <summary>An account of an organization.</summary>
/// <param name="Id">The 12-digit account id.</param>
/// <param name="Name">The account's name; empty when AWS does not tell.</param>
/// <param name="State"><c>PENDING_ACTIVATION</c>, <c>ACTIVE</c>, <c>SUSPENDED</c>, <c>PENDING_CLOSURE</c> or <c>CLOSED</c>.</param>
/// <param name="JoinedTimestamp">When it joined the organization; <see langword="null"/> when AWS does not tell.</param>
internal sealed record Account(string Id, string Name, string State, DateTimeOffset? JoinedTimestamp)
{
    /// <summary>Whether the account is in use, so that CloudTrail must deliver for it.</summary>
    public bool IsActive => State == "ACTIVE";
}
