namespace Amazon.Organizations.Model;

/// <summary>A delegated administrator.</summary>
public sealed class DelegatedAdministrator
{
    /// <inheritdoc cref="Account.Id"/>
    public string? Id { get; set; }

    /// <inheritdoc cref="Account.Arn"/>
    public string? Arn { get; set; }

    /// <inheritdoc cref="Account.Email"/>
    public string? Email { get; set; }

    /// <inheritdoc cref="Account.Name"/>
    public string? Name { get; set; }

    /// <inheritdoc cref="Account.Status"/>
    public AccountStatus? Status { get; set; }

    /// <inheritdoc cref="Account.State"/>
    public AccountState? State { get; set; }

    /// <inheritdoc cref="Account.JoinedMethod"/>
    public AccountJoinedMethod? JoinedMethod { get; set; }

    /// <inheritdoc cref="Account.JoinedTimestamp"/>
    public DateTime? JoinedTimestamp { get; set; }

    /// <summary>When the account became delegated administrator, UTC.</summary>
    public DateTime? DelegationEnabledDate { get; set; }
}
