namespace OrgTrail.Sandbox.State;

/// <summary>An account.</summary>
public sealed class SandboxAccount
{
    /// <summary>12 digits.</summary>
    public required string Id { get; set; }

    /// <summary>The account's name.</summary>
    public required string Name { get; set; }

    /// <summary><c>PENDING_ACTIVATION</c>, <c>ACTIVE</c>, <c>SUSPENDED</c>, <c>PENDING_CLOSURE</c> or <c>CLOSED</c>.</summary>
    public string State { get; set; } = "ACTIVE";

    /// <summary><c>CREATED</c> or <c>INVITED</c>.</summary>
    public string JoinedMethod { get; set; } = "CREATED";

    /// <summary>When it joined.</summary>
    public DateTimeOffset JoinedTimestamp { get; set; }
}
