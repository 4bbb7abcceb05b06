namespace OrgTrail.Sandbox.State;

/// <summary>What Amazon S3 remembers of buckets; objects lie in files of their own.</summary>
public sealed class S3State
{
    /// <summary>The buckets by name: one name space for all accounts.</summary>
    public Dictionary<string, SandboxBucket> Buckets { get; set; } = [];
}
