namespace OrgTrail.Sandbox.State;

/// <summary>What Amazon CloudWatch Logs remembers.</summary>
public sealed class LogsState
{
    /// <summary>The log groups of all accounts and Regions.</summary>
    public List<SandboxLogGroup> LogGroups { get; set; } = [];
}
