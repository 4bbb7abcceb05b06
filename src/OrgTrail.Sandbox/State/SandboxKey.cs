namespace OrgTrail.Sandbox.State;

/// <summary>A KMS key.</summary>
public sealed class SandboxKey
{
    /// <summary>The key's ARN.</summary>
    public required string Arn { get; set; }

    /// <summary>The aliases, each with its <c>alias/</c>.</summary>
    public List<string> Aliases { get; set; } = [];

    /// <summary>The key policy text.</summary>
    public required string Policy { get; set; }

    /// <summary><c>Enabled</c>, <c>Disabled</c> or <c>PendingDeletion</c>.</summary>
    public string KeyState { get; set; } = "Enabled";

    /// <summary><c>SYMMETRIC_DEFAULT</c>, or the spec of an asymmetric key.</summary>
    public string KeySpec { get; set; } = "SYMMETRIC_DEFAULT";
}
