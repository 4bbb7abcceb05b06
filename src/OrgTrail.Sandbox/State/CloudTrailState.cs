namespace OrgTrail.Sandbox.State;

/// <summary>What CloudTrail remembers.</summary>
public sealed class CloudTrailState
{
    /// <summary>The trails, each once, whoever sees copies of it.</summary>
    public List<SandboxTrail> Trails { get; set; } = [];
}
