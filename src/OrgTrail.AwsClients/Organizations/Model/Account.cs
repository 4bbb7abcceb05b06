namespace Amazon.Organizations.Model;

/// <summary>An account of the organization.</summary>
public sealed class Account
{
    /// <summary>The 12 digits of the account.</summary>
    public string? Id { get; set; }

    /// <summary>The ARN of the account in the organization.</summary>
    public string? Arn { get; set; }

    /// <summary>The email address of the account.</summary>
    public string? Email { get; set; }

    /// <summary>The friendly name.</summary>
    public string? Name { get; set; }

    /// <summary>The older form of <see cref="State"/>, which AWS retires on 2026-09-09.</summary>
    public AccountStatus? Status { get; set; }

    /// <summary>Where in its life the account is.</summary>
    public AccountState? State { get; set; }

    /// <summary>The paths of the account in the tree of the organization; null when the service sent none.</summary>
    public List<string>? Paths { get; set; }

    /// <summary>Whether the account was created in the organization or invited.</summary>
    public AccountJoinedMethod? JoinedMethod { get; set; }

    /// <summary>When the account joined, UTC.</summary>
    public DateTime? JoinedTimestamp { get; set; }
}
