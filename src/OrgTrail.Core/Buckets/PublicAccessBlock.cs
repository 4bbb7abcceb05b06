namespace OrgTrail.Buckets;

/// <summary>What of public access to a bucket is blocked (S3 user guide, "Blocking public access to your Amazon S3 storage").</summary>
/// <param name="BlockPublicAcls">New public ACLs are refused.</param>
/// <param name="IgnorePublicAcls">Public ACLs count for nothing.</param>
/// <param name="BlockPublicPolicy">Public policies are refused.</param>
/// <param name="RestrictPublicBuckets">A bucket with a public policy is open to its own account and to AWS services only.</param>
internal sealed record PublicAccessBlock(bool BlockPublicAcls, bool IgnorePublicAcls, bool BlockPublicPolicy, bool RestrictPublicBuckets)
{
    /// <summary>All four on, as AWS recommends.</summary>
    public static PublicAccessBlock All { get; } = new(true, true, true, true);
}
