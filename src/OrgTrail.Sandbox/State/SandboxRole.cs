namespace OrgTrail.Sandbox.State;

/// <summary>An IAM role.</summary>
public sealed class SandboxRole
{
    /// <summary>The account it is in.</summary>
    public required string AccountId { get; set; }

    /// <summary>The name, unique within the account in any case.</summary>
    public required string Name { get; set; }

    /// <summary>For example <c>AROAEXAMPLEID12345678</c>.</summary>
    public required string Id { get; set; }

    /// <summary><c>/</c>, or for example <c>/aws-service-role/cloudtrail.amazonaws.com/</c>.</summary>
    public string Path { get; set; } = "/";

    /// <summary>The trust policy text.</summary>
    public required string AssumeRolePolicyDocument { get; set; }

    /// <summary>The description; <see langword="null"/> for none.</summary>
    public string? Description { get; set; }

    /// <summary>How long a session may last, in seconds: 3600 to 43200.</summary>
    public int MaxSessionDuration { get; set; } = 3600;

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreateDate { get; set; }

    /// <summary>The inline policies' texts by name.</summary>
    public Dictionary<string, string> InlinePolicies { get; set; } = [];

    /// <summary>The ARNs of the managed policies.</summary>
    public List<string> AttachedPolicies { get; set; } = [];

    /// <summary>The tags.</summary>
    public Dictionary<string, string> Tags { get; set; } = [];
}
