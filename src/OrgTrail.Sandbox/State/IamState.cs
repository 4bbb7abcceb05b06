namespace OrgTrail.Sandbox.State;

/// <summary>What AWS IAM remembers.</summary>
public sealed class IamState
{
}
