namespace OrgTrail.Sandbox.State;

/// <summary>An account.</summary>
public sealed class SandboxAccount
{
    /// <summary>12 digits.</summary>
    public required string Id { get; set; }

    /// <summary>The account's name.</summary>
    public required string Name { get; set; }

    /// <summary>The owner's address; <see langword="null"/> for one that follows from the id.</summary>
    public string? Email { get; set; }

    /// <summary><c>PENDING_ACTIVATION</c>, <c>ACTIVE</c>, <c>SUSPENDED</c>, <c>PENDING_CLOSURE</c> or <c>CLOSED</c>.</summary>
    public string State { get; set; } = "ACTIVE";

    /// <summary><c>CREATED</c> or <c>INVITED</c>.</summary>
    public string JoinedMethod { get; set; } = "CREATED";

    /// <summary>When it joined.</summary>
    public DateTimeOffset JoinedTimestamp { get; set; }

    /// <summary>The id of the organizational unit it is in; <see langword="null"/> for the root.</summary>
    public string? ParentId { get; set; }

    /// <summary>When CloseAccount was called; <see langword="null"/> when it was not.</summary>
    public DateTimeOffset? ClosureRequestedTimestamp { get; set; }

    /// <summary>Those of the sandbox's Regions that the account has not opted in to, or has disabled: no trail delivers from there.</summary>
    public List<string> DisabledRegions { get; set; } = [];

    /// <summary>The tags.</summary>
    public Dictionary<string, string> Tags { get; set; } = [];
}
