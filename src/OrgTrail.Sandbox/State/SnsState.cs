namespace OrgTrail.Sandbox.State;

/// <summary>What Amazon SNS remembers.</summary>
public sealed class SnsState
{
}
