namespace OrgTrail.Aws.Tests.Deployments.Faults;

/// <summary>What can go wrong with one call of a deployment.</summary>
public enum Mishap
{
    /// <summary>It is refused as one too many.</summary>
    Throttling,

    /// <summary>The service fails.</summary>
    ServerError,

    /// <summary>The connection breaks before anything is done.</summary>
    ConnectionReset,

    /// <summary>No answer comes in time, and nothing was done.</summary>
    TimeOut,

    /// <summary>It is refused for want of permissions.</summary>
    AccessDenied,

    /// <summary>It is done, and the connection breaks before the answer.</summary>
    LostAnswer,

    /// <summary>It is done, and no answer comes in time.</summary>
    TimeOutAfter,

    /// <summary>Ctrl+C, before anything is done.</summary>
    StopBefore,

    /// <summary>Ctrl+C, when it is done and not yet answered.</summary>
    StopAfter,
}
