namespace OrgTrail.Sandbox.State;

/// <summary>What AWS IAM and AWS STS remember.</summary>
public sealed class IamState
{
    /// <summary>The roles of all accounts.</summary>
    public List<SandboxRole> Roles { get; set; } = [];

    /// <summary>The temporary credentials that STS issued, by access key id.</summary>
    public Dictionary<string, SandboxSession> Sessions { get; set; } = [];

    /// <summary>The deletions of service-linked roles, by task id: the name of the role. All of them succeeded.</summary>
    public Dictionary<string, string> RoleDeletions { get; set; } = [];
}
