namespace OrgTrail.Integrity;

/// <summary>What CloudTrail delivers, by the folder that it lies in.</summary>
internal enum DeliveredKind
{
    /// <summary>Log files of management and data events.</summary>
    Log,

    /// <summary>Digests.</summary>
    Digest,

    /// <summary>Log files of another sort: insights, network activity, aggregated events.</summary>
    OtherLog,
}
