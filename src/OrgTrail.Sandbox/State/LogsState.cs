namespace OrgTrail.Sandbox.State;

/// <summary>What Amazon CloudWatch Logs remembers.</summary>
public sealed class LogsState
{
}
