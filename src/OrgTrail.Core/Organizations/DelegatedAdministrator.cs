using OrgTrail.Connection;

namespace OrgTrail;

/// <summary>An account that may administer CloudTrail for the organization besides the management account; at most three are allowed.</summary>
/// <remarks>CloudTrail user guide, "Organization delegated administrator".</remarks>
public sealed class DelegatedAdministrator : CloudObject
{
    /// <summary>The 12-digit account id.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account's name; <see langword="null"/> when AWS does not tell.</summary>
    public string? Name { get; init; }

    /// <summary>The account's email address; <see langword="null"/> when AWS does not tell.</summary>
    public string? Email { get; init; }

    /// <summary>The ARN of the account in the organization; <see langword="null"/> when AWS does not tell.</summary>
    public string? Arn { get; init; }

    /// <summary>The state of the account, for example <c>ACTIVE</c>; <see langword="null"/> when AWS does not tell.</summary>
    public string? State { get; init; }

    /// <summary>Since when; <see langword="null"/> when AWS does not tell.</summary>
    public DateTimeOffset? DelegationEnabledDate { get; init; }

    /// <summary>The account's id.</summary>
    public override string ToString() => AccountId;
}
