namespace OrgTrail.Sandbox.State;

/// <summary>Temporary credentials, without their secrets: the sandbox verifies no signatures.</summary>
public sealed class SandboxSession
{
    /// <summary>The account that calls with them come from.</summary>
    public required string AccountId { get; set; }

    /// <summary>The ARN that GetCallerIdentity tells.</summary>
    public required string Arn { get; set; }

    /// <summary>The unique id that GetCallerIdentity tells.</summary>
    public required string UserId { get; set; }

    /// <summary>Until when they can be used.</summary>
    public DateTimeOffset Expiration { get; set; } = DateTimeOffset.MaxValue;
}
