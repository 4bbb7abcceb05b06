using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;
using OrgTrail.Sandbox.Services.S3;

namespace OrgTrail.Sandbox.Faults;

/// <summary>How each service words that it is asked too often, or by the wrong one, or fails.</summary>
internal static class FaultRefusals
{
    public static AwsErrorException Throttling(string service) => service switch
    {
        // AWS Organizations API reference, TooManyRequestsException: a 400.
        "organizations" => new("TooManyRequestsException", "You have sent too many requests in too short a period of time. The quota helps protect against denial-of-service attacks. Try again later.")
        {
            Members = new JsonObject { ["Type"] = "CLIENT" },
        },
        // Amazon S3 API reference, "List of error codes".
        "s3" => new("SlowDown", "Please reduce your request rate.", 503),
        "sts" or "iam" => new("Throttling", "Rate exceeded"),
        "sns" => new("Throttled", "Rate exceeded", 429),
        _ => new("ThrottlingException", "Rate exceeded"),
    };

    /// <summary>The refusal of a caller that its identity-based policies let do nothing (IAM user guide, "Troubleshoot access denied error messages").</summary>
    /// <param name="call">The call.</param>
    /// <param name="caller">The ARN of who calls.</param>
    public static AwsErrorException AccessDenied(ServiceCall call, string caller)
    {
        var message = $"User: {caller} is not authorized to perform: {call.Service}:{call.Operation} because no identity-based policy allows the {call.Service}:{call.Operation} action";
        return call.Service switch
        {
            "s3" => S3Errors.AccessDenied(),
            "sts" or "iam" => new("AccessDenied", message, 403),
            "sns" => new("AuthorizationError", message, 403),
            _ => new("AccessDeniedException", message),
        };
    }

    public static AwsErrorException ServerError(string service, int status) => (service, status) switch
    {
        (_, 503) => new("ServiceUnavailable", "Service is unable to handle request.", status),
        ("organizations", _) => new("ServiceException", "AWS Organizations can't complete your request because of an internal service error. Try again later.", status),
        ("s3", _) => new("InternalError", "We encountered an internal error. Please try again.", status),
        _ => new("InternalFailure", "The request processing has failed because of an unknown error, exception or failure.", status),
    };
}
