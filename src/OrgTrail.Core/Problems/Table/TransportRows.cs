using static OrgTrail.ProblemKind;

namespace OrgTrail.Problems;

/// <summary>What happened where no service gave an error code that the table knows.</summary>
internal static class TransportRows
{
    public static ProblemRow Unreachable { get; } = new(
        "*", "ConnectionFailed", ConnectionFailed,
        "There is no connection to {service} for {operation}.",
        "Check the network, the proxy (HTTPS_PROXY), the Region, and the endpoint, if one is set by -EndpointUrl or AWS_ENDPOINT_URL. Then try again: what changes something may or may not have arrived.");

    public static ProblemRow TimedOut { get; } = new(
        "*", "TimedOut", ProblemKind.TimedOut,
        "{service} did not answer {operation} in time.",
        "Check the network, the proxy (HTTPS_PROXY) and the endpoint, and look whether the change has arrived before you try again.");

    public static ProblemRow Unreadable { get; } = new(
        "*", "ServiceFailed", ServiceFailed,
        "What answered {operation} does not speak the protocol of {service}.",
        "Check the endpoint (-EndpointUrl, AWS_ENDPOINT_URL) and whether a proxy answers in the name of AWS.");

    private static readonly ProblemRow Redirected = new(
        "*", "RedirectRefused", ServiceFailed,
        "What answered {operation} sends the request elsewhere, and {service} does not do that.",
        "Nothing was sent there. Check the endpoint (-EndpointUrl, AWS_ENDPOINT_URL), and whether a proxy or the sign-in page of a network answers in the name of AWS.");

    private static readonly ProblemRow Refused = new(
        "*", "ServiceRefused", ServiceFailed,
        "{service} refused {operation}.",
        "Act on what {service} says; AWS Support wants the request id.");

    /// <summary>What an error means of which only the HTTP status says something.</summary>
    public static ProblemRow Unknown(int status) => status switch
    {
        >= 300 and < 400 => Redirected,
        429 => CommonRows.Throttled,
        >= 500 => CommonRows.Failed,
        403 => Refused with { Kind = PermissionDenied },
        404 => Refused with { Kind = NotFound },
        409 => Refused with { Kind = Conflict },
        _ => Refused,
    };
}
