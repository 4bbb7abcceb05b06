namespace OrgTrail.Sandbox.State;

/// <summary>A request of CreateAccount.</summary>
public sealed class SandboxAccountRequest
{
    /// <summary>For example <c>car-0123456789abcdef</c>.</summary>
    public required string Id { get; set; }

    /// <summary>The name asked for.</summary>
    public required string AccountName { get; set; }

    /// <summary>The account; <see langword="null"/> when it failed.</summary>
    public string? AccountId { get; set; }

    /// <summary>For example <c>EMAIL_ALREADY_EXISTS</c>; <see langword="null"/> when it succeeded.</summary>
    public string? FailureReason { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset RequestedTimestamp { get; set; }
}
