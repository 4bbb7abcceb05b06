namespace OrgTrail.Buckets;

/// <summary>Whose a bucket is, as far as the caller can see.</summary>
public enum BucketAccess
{
    /// <summary>There is no bucket of that name.</summary>
    Absent,

    /// <summary>It belongs to the caller's account.</summary>
    Own,

    /// <summary>It belongs to another account, which lets the caller see it.</summary>
    Foreign,

    /// <summary>It belongs to another account, or the caller may not see buckets of its own.</summary>
    Hidden,
}
