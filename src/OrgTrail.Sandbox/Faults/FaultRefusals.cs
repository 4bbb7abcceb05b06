using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Faults;

/// <summary>How each service words that it is asked too often, or fails.</summary>
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

    public static AwsErrorException ServerError(string service, int status) => (service, status) switch
    {
        (_, 503) => new("ServiceUnavailable", "Service is unable to handle request.", status),
        ("organizations", _) => new("ServiceException", "AWS Organizations can't complete your request because of an internal service error. Try again later.", status),
        ("s3", _) => new("InternalError", "We encountered an internal error. Please try again.", status),
        _ => new("InternalFailure", "The request processing has failed because of an unknown error, exception or failure.", status),
    };
}
