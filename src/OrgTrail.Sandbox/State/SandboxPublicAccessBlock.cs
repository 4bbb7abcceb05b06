namespace OrgTrail.Sandbox.State;

/// <summary>Block Public Access of a bucket. New buckets have all of it on (Amazon S3 user guide, "Blocking public access").</summary>
public sealed class SandboxPublicAccessBlock
{
    /// <summary>Whether public ACLs are refused.</summary>
    public bool BlockPublicAcls { get; set; } = true;

    /// <summary>Whether public ACLs have no effect.</summary>
    public bool IgnorePublicAcls { get; set; } = true;

    /// <summary>Whether public policies are refused.</summary>
    public bool BlockPublicPolicy { get; set; } = true;

    /// <summary>Whether a bucket with a public policy is left to its owner and AWS services.</summary>
    public bool RestrictPublicBuckets { get; set; } = true;
}
