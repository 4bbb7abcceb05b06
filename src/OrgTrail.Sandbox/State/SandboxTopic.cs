namespace OrgTrail.Sandbox.State;

/// <summary>An SNS topic.</summary>
public sealed class SandboxTopic
{
    /// <summary>The ARN: it names Region, account and topic.</summary>
    public required string Arn { get; set; }

    /// <summary>The topic policy text.</summary>
    public required string Policy { get; set; }

    /// <summary>What else was set by name, for example <c>DisplayName</c> or <c>KmsMasterKeyId</c>.</summary>
    public Dictionary<string, string> Attributes { get; set; } = [];

    /// <summary>The tags.</summary>
    public Dictionary<string, string> Tags { get; set; } = [];
}
