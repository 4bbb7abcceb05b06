namespace OrgTrail.Sandbox.State;

/// <summary>An organization.</summary>
public sealed class SandboxOrganization
{
    /// <summary>For example <c>o-exampleorgid</c>.</summary>
    public required string Id { get; set; }

    /// <summary><c>ALL</c> or <c>CONSOLIDATED_BILLING</c>.</summary>
    public required string FeatureSet { get; set; }

    /// <summary>The root's id, for example <c>r-exam</c>: <c>r-</c> and 4 to 32 lower-case letters or digits.</summary>
    public string RootId { get; set; } = "r-exam";

    /// <summary>The policy types that are enabled in the root, for example <c>SERVICE_CONTROL_POLICY</c>.</summary>
    public List<string> PolicyTypes { get; set; } = [];

    /// <summary>The accounts, the management account among them.</summary>
    public List<SandboxAccount> Accounts { get; set; } = [];

    /// <summary>The requests of CreateAccount.</summary>
    public List<SandboxAccountRequest> AccountRequests { get; set; } = [];

    /// <summary>The organizational units.</summary>
    public List<SandboxOrganizationalUnit> OrganizationalUnits { get; set; } = [];

    /// <summary>The handshakes, old ones too.</summary>
    public List<SandboxHandshake> Handshakes { get; set; } = [];

    /// <summary>Trusted services and since when.</summary>
    public Dictionary<string, DateTimeOffset> TrustedServices { get; set; } = [];

    /// <summary>Delegated administrators: account ids by service principal.</summary>
    public Dictionary<string, List<string>> DelegatedAdministrators { get; set; } = [];

    /// <summary>When delegated administrators were registered: by service principal, slash, account id.</summary>
    public Dictionary<string, DateTimeOffset> DelegationDates { get; set; } = [];

    /// <summary>The tags of roots and organizational units: by resource id, then by key. Accounts carry their own.</summary>
    public Dictionary<string, Dictionary<string, string>> Tags { get; set; } = [];
}
