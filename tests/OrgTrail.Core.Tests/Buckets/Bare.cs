using OrgTrail.Buckets;

namespace OrgTrail.Core.Tests.Buckets;

/// <summary>Buckets to begin with.</summary>
internal static class Bare
{
    public const string Name = "acme-audit";
    public const string Arn = "arn:aws:s3:::acme-audit";

    /// <summary>The wanted bucket about which nothing was said.</summary>
    public static BucketSettings Wanted { get; } = new() { Region = "us-east-1" };

    /// <summary>A name that no bucket has.</summary>
    public static BucketFacts Absent { get; } = new(Name) { Access = BucketAccess.Absent };

    /// <summary>A bucket of which nobody has set anything.</summary>
    public static BucketFacts Unset { get; } = new(Name) { Access = BucketAccess.Own, Region = "us-east-1" };

    /// <summary>A bucket that is fit for audit logs.</summary>
    public static BucketFacts Right { get; } = Unset with
    {
        PublicAccessBlock = new(PublicAccessBlock.All),
        ObjectOwnership = new("BucketOwnerEnforced"),
        Versioning = new("Enabled"),
        Encryption = new(BucketEncryption.S3Managed),
        Policy = new(TransportDenial.Merge(null, Arn).Policy),
    };

    /// <summary>The refusal of a reading.</summary>
    public static Problem Hidden { get; } = new(ProblemIds.AccessDenied, ProblemKind.PermissionDenied, "The caller may not look.", "Use other credentials.");
}
