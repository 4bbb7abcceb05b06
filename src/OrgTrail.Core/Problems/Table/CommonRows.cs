using static OrgTrail.ProblemKind;

namespace OrgTrail.Problems;

/// <summary>Errors that every service has. Source: CloudTrail API reference, Common Errors; the codes of throttling: botocore's standard retry mode.</summary>
internal static class CommonRows
{
    /// <summary>The service wants fewer calls; also known by HTTP status 429.</summary>
    public static ProblemRow Throttled { get; } = new(
        "Throttling Throttled RequestThrottled ThrottledRequest RequestThrottle TooManyRequests RequestLimitExceeded BandwidthLimitExceeded LimitExceeded SlowDown EC2Throttled ProvisionedThroughputExceeded TransactionInProgress PriorRequestNotComplete",
        "Throttled", ProblemKind.Throttled,
        "{service} asks for fewer calls.",
        "Wait a minute and try again. {operation} was repeated several times already, in growing intervals.");

    /// <summary>Trouble of the service's own; also known by an HTTP status of 500 and more.</summary>
    public static ProblemRow Failed { get; } = new(
        "InternalFailure InternalError InternalServerError InternalService ServiceUnavailable ServiceFailure Service Unavailable",
        "ServiceFailed", ServiceFailed,
        "{service} failed on {operation}.",
        "Try again in a few minutes. When it stays, see health.aws.amazon.com, and give the request id to AWS Support.");

    public static IReadOnlyList<ProblemRow> All { get; } =
    [
        new("AccessDenied UnauthorizedOperation NotAuthorized", ProblemIds.AccessDenied, PermissionDenied,
            "The caller may not call {operation} of {service}.",
            "Use other credentials, or have the permission added to the caller's policies. A service control policy of the organization can forbid it, too."),

        new("OptInRequired SubscriptionRequired RegionDisabled", ProblemIds.RegionDisabled, InvalidState,
            "The account has no access to {service} in this Region.",
            "Use another Region, or enable this one for the account (AWS Account Management, EnableRegion). A new account has to finish its sign-up first."),

        Throttled,

        new("RequestTimeout", "TimedOut", TimedOut,
            "{service} did not receive {operation} in time.",
            "Check the network and the proxy (HTTPS_PROXY), and try again."),

        Failed,

        new("UnknownOperation InvalidAction NotImplemented", "OperationUnknown", InvalidState,
            "What answers at the endpoint of {service} does not know {operation}.",
            "Check the endpoint (-EndpointUrl, AWS_ENDPOINT_URL) and the Region: emulators and some partitions lack operations."),

        new("ValidationError Validation InvalidParameterValue InvalidQueryParameter MalformedQueryString MissingParameter InvalidRequest InvalidArgument Serialization MalformedInput", "InvalidParameter", InvalidInput,
            "{service} does not accept a value given to {operation}.",
            "Correct the value that {service} names."),
    ];
}
