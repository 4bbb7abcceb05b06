namespace OrgTrail.Sandbox.State;

/// <summary>A handshake between the organization and an account.</summary>
public sealed class SandboxHandshake
{
    /// <summary>For example <c>h-examplehandshakeid111</c>.</summary>
    public required string Id { get; set; }

    /// <summary><c>INVITE</c>, <c>ENABLE_ALL_FEATURES</c> or <c>APPROVE_ALL_FEATURES</c>.</summary>
    public required string Action { get; set; }

    /// <summary><c>REQUESTED</c>, <c>OPEN</c>, <c>CANCELED</c>, <c>ACCEPTED</c>, <c>DECLINED</c> or <c>EXPIRED</c>.</summary>
    public required string State { get; set; }

    /// <summary>The account that is asked: for ENABLE_ALL_FEATURES the management account.</summary>
    public required string AccountId { get; set; }

    /// <summary>The handshake that this one belongs to: of APPROVE_ALL_FEATURES its ENABLE_ALL_FEATURES.</summary>
    public string? ParentHandshakeId { get; set; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset RequestedTimestamp { get; set; }

    /// <summary>Until when it can be answered.</summary>
    public DateTimeOffset ExpirationTimestamp { get; set; }
}
