namespace OrgTrail;

/// <summary>What the proof of an account's logs in one Region came to.</summary>
public enum IntegrityVerdict
{
    /// <summary>All that was asked for was found, read and proved.</summary>
    Proven,

    /// <summary>Something was changed, removed or added.</summary>
    Failed,

    /// <summary>Nothing was found that speaks against the logs, but not all could be read, or there was nothing to prove.</summary>
    Incomplete,
}
