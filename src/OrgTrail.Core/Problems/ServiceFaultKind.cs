namespace OrgTrail.Problems;

/// <summary>How far a request to a service came.</summary>
internal enum ServiceFaultKind
{
    /// <summary>The service answered with an error.</summary>
    Refused,

    /// <summary>Something answered that does not speak the service's protocol, such as a proxy with an HTML page.</summary>
    Unreadable,

    /// <summary>No connection came about, or it broke.</summary>
    Unreachable,

    /// <summary>No answer came in time.</summary>
    TimedOut,
}
