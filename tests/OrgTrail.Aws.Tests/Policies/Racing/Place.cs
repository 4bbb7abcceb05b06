namespace OrgTrail.Aws.Tests.Policies.Racing;

/// <summary>Where in the sequence of requests somebody else writes.</summary>
public enum Place
{
    /// <summary>Before the policy was ever shown.</summary>
    BeforeAll,

    /// <summary>Behind a read, with no write arriving before the next one.</summary>
    BetweenReads,

    /// <summary>Between a read and the arrival of the write that follows it: the one window that nobody can close.</summary>
    InTheWindow,

    /// <summary>Between an answered write and the look behind it.</summary>
    BehindAWrite,

    /// <summary>Behind a write whose sender does not know what became of it.</summary>
    BehindALostWrite,
}
