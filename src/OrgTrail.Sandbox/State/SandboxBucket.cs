namespace OrgTrail.Sandbox.State;

/// <summary>A bucket.</summary>
public sealed class SandboxBucket
{
    /// <summary>The bucket's name.</summary>
    public required string Name { get; set; }

    /// <summary>The account that owns it.</summary>
    public required string OwnerAccountId { get; set; }

    /// <summary>The Region that it lies in.</summary>
    public required string Region { get; set; }

    /// <summary>The old name of a Region by which it was created, which it tells again: <c>EU</c>; otherwise <see langword="null"/>.</summary>
    public string? LocationConstraint { get; set; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreationDate { get; set; }

    /// <summary>The policy text; <see langword="null"/> for none.</summary>
    public string? Policy { get; set; }

    /// <summary>Its Block Public Access settings; <see langword="null"/> when they were deleted, so that nothing is blocked.</summary>
    public SandboxPublicAccessBlock? PublicAccessBlock { get; set; } = new();

    /// <summary><c>BucketOwnerEnforced</c>, <c>BucketOwnerPreferred</c> or <c>ObjectWriter</c>; <see langword="null"/> when the setting was deleted.</summary>
    public string? ObjectOwnership { get; set; } = "BucketOwnerEnforced";

    /// <summary><c>Enabled</c> or <c>Suspended</c>; <see langword="null"/> when it never was enabled.</summary>
    public string? Versioning { get; set; }

    /// <summary>Whether Object Lock is enabled, with or without a default retention.</summary>
    public bool ObjectLockEnabled { get; set; }

    /// <summary>The tags.</summary>
    public Dictionary<string, string> Tags { get; set; } = [];

    /// <summary>
    /// All other settings as the XML that was put, by the name of the subresource: <c>encryption</c>, <c>lifecycle</c>,
    /// <c>logging</c>, <c>object-lock</c>, <c>acl</c>, <c>cors</c>, <c>website</c>, <c>replication</c>, <c>accelerate</c>,
    /// <c>requestPayment</c>, <c>notification</c>.
    /// </summary>
    public Dictionary<string, string> Configurations { get; set; } = [];
}
