namespace OrgTrail.Sandbox.State;

/// <summary>An organization.</summary>
public sealed class SandboxOrganization
{
    /// <summary>For example <c>o-exampleorgid</c>.</summary>
    public required string Id { get; set; }

    /// <summary><c>ALL</c> or <c>CONSOLIDATED_BILLING</c>.</summary>
    public required string FeatureSet { get; set; }

    /// <summary>The accounts, the management account among them.</summary>
    public List<SandboxAccount> Accounts { get; set; } = [];

    /// <summary>Trusted services and since when.</summary>
    public Dictionary<string, DateTimeOffset> TrustedServices { get; set; } = [];

    /// <summary>Delegated administrators: account ids by service principal.</summary>
    public Dictionary<string, List<string>> DelegatedAdministrators { get; set; } = [];
}
