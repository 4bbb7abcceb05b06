namespace OrgTrail.Sandbox.State;

/// <summary>What AWS Organizations remembers.</summary>
public sealed class OrganizationState
{
    /// <summary>The organization; <see langword="null"/> before CreateOrganization.</summary>
    public SandboxOrganization? Organization { get; set; }
}
