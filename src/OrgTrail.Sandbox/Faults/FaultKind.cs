namespace OrgTrail.Sandbox.Faults;

/// <summary>What can go wrong on demand.</summary>
public enum FaultKind
{
    /// <summary>The service refuses the call as one too many, in its own words.</summary>
    Throttling,

    /// <summary>The service answers with an error of its own: 500, or the <see cref="Fault.Status"/> that is asked for.</summary>
    ServerError,

    /// <summary>The service refuses the call for want of permissions, in its own words; it has done nothing.</summary>
    AccessDenied,

    /// <summary>The connection is reset before the service has done anything.</summary>
    ConnectionReset,

    /// <summary>The service does what it is asked, and the connection is reset before the answer: the client cannot know.</summary>
    LostAnswer,

    /// <summary>The answer comes late, after <see cref="Fault.Seconds"/>.</summary>
    Latency,

    /// <summary>No answer comes until the client gives up; the service has done nothing.</summary>
    Hang,

    /// <summary>The service does what it is asked, and no answer comes until the client gives up: the client cannot know.</summary>
    HangAfter,

    /// <summary>
    /// A bucket policy that is written comes into effect for the checks of other services only later: after
    /// <see cref="Fault.Seconds"/> of the sandbox's time, or after <see cref="Fault.Checks"/> checks against the old one. Whoever
    /// reads the policy sees the new one.
    /// </summary>
    LatePolicyPropagation,

    /// <summary>A reading call is answered as if the last change, of whatever kind, had not happened yet. Objects of S3 are not affected.</summary>
    StaleRead,
}
