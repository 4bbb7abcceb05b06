namespace OrgTrail.Sandbox.State;

/// <summary>What Amazon SNS remembers.</summary>
public sealed class SnsState
{
    /// <summary>The topics of all accounts and Regions.</summary>
    public List<SandboxTopic> Topics { get; set; } = [];
}
