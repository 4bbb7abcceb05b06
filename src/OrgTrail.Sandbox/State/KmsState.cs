namespace OrgTrail.Sandbox.State;

/// <summary>What AWS KMS remembers.</summary>
public sealed class KmsState
{
    /// <summary>The keys.</summary>
    public List<SandboxKey> Keys { get; set; } = [];
}
