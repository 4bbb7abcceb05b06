namespace OrgTrail.Sandbox.State;

/// <summary>What CloudTrail remembers.</summary>
public sealed class CloudTrailState
{
    /// <summary>The trails, each once, whoever sees copies of it.</summary>
    public List<SandboxTrail> Trails { get; set; } = [];

    /// <summary>The keys that digests are signed with, of all Regions.</summary>
    public List<SandboxSigningKey> SigningKeys { get; set; } = [];

    /// <summary>What the contents of log files follow from; <see langword="null"/> until the first are delivered.</summary>
    public int? EventSeed { get; set; }
}
