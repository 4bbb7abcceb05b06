namespace OrgTrail.Integrity;

/// <summary>What an account is to the organization.</summary>
internal enum Membership
{
    /// <summary>It is in use, so CloudTrail must deliver for it.</summary>
    Active,

    /// <summary>It is suspended or closed: CloudTrail goes on for a while.</summary>
    Closed,

    /// <summary>It is in the bucket, and not in the organization any more.</summary>
    Left,

    /// <summary>The organization cannot be seen.</summary>
    Unknown,
}
