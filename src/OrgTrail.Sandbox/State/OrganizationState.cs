namespace OrgTrail.Sandbox.State;

/// <summary>What AWS Organizations remembers.</summary>
public sealed class OrganizationState
{
    /// <summary>The organization; <see langword="null"/> before CreateOrganization.</summary>
    public SandboxOrganization? Organization { get; set; }

    /// <summary>
    /// Whether each list begins with an empty page that has a token: AWS allows itself such pages ("AWS Organizations API
    /// reference, ListAccounts"), and callers that stop at the first one lose everything.
    /// </summary>
    public bool EmptyPages { get; set; }
}
