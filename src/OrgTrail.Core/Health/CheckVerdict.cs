namespace OrgTrail;

/// <summary>What a health check came to.</summary>
public enum CheckVerdict
{
    /// <summary>All is right.</summary>
    Pass,

    /// <summary>The trail works, but not as it should.</summary>
    Warning,

    /// <summary>Events are lost, can be changed unseen, or will be.</summary>
    Fail,

    /// <summary>It cannot be seen: from this account, with these permissions, or as long as another check fails.</summary>
    Unknown,
}
