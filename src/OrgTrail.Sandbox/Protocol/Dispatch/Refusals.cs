using System.Text.Json.Nodes;
using System.Xml.Linq;
using OrgTrail.Sandbox.Http;

namespace OrgTrail.Sandbox.Protocol.Dispatch;

/// <summary>Refusals that come before any service has its say, in the words of each protocol.</summary>
internal static class Refusals
{
    // Signature Version 4, "Troubleshoot signed requests"; Amazon S3 API reference, "Error responses".
    public static AwsErrorException Unsigned(WireShape shape) => shape switch
    {
        WireShape.Json => new("MissingAuthenticationTokenException", "Missing Authentication Token"),
        WireShape.Query => new("MissingAuthenticationToken", "Request is missing Authentication Token", 403),
        _ => new("AccessDenied", "Access Denied", 403),
    };

    public static AwsErrorException Malformed(WireShape shape, MalformedSignatureException malformed) => (shape, malformed.Fault) switch
    {
        (WireShape.Rest, SignatureFault.Algorithm) => new("InvalidArgument", malformed.Message),
        (WireShape.Rest, SignatureFault.Query) => new("AuthorizationQueryParametersError", malformed.Message),
        (WireShape.Rest, SignatureFault.Credential) => new("AuthorizationHeaderMalformed", "The authorization header is malformed; the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"."),
        (WireShape.Rest, _) => new("AuthorizationHeaderMalformed", $"The authorization header is malformed; {malformed.Message}"),
        (WireShape.Json, _) => new("IncompleteSignatureException", malformed.Message),
        _ => new("IncompleteSignature", malformed.Message, 403),
    };

    public static AwsErrorException WrongScope(WireShape shape, string service) => new(
        shape == WireShape.Json ? "InvalidSignatureException" : "SignatureDoesNotMatch",
        $"Credential should be scoped to correct service: '{service}'.",
        shape == WireShape.Json ? 400 : 403);

    public static AwsErrorException WrongRegion(WireShape shape, string region) => shape switch
    {
        WireShape.Rest => new("AuthorizationHeaderMalformed", $"The authorization header is malformed; the region '{region}' is wrong; expecting 'us-east-1'"),
        WireShape.Json => new("InvalidSignatureException", "Credential should be scoped to a valid region."),
        _ => new("SignatureDoesNotMatch", "Credential should be scoped to a valid region.", 403),
    };

    // Amazon S3 API reference, "Error responses"; AWS common errors; STS leaves the suffix out.
    public static AwsErrorException Expired(WireShape shape) => shape switch
    {
        WireShape.Rest => new("ExpiredToken", "The provided token has expired."),
        WireShape.Json => new("ExpiredTokenException", "The security token included in the request is expired"),
        _ => new("ExpiredToken", "The security token included in the request is expired", 403),
    };

    public static AwsErrorException UnknownService(WireShape shape, string service) => new(
        shape switch { WireShape.Json => "UnknownOperationException", WireShape.Query => "InvalidAction", _ => "NotImplemented" },
        $"The sandbox has no service of the signing name '{service}'.",
        shape == WireShape.Rest ? 501 : 400);

    public static AwsErrorException NoTarget() => new("UnknownOperationException", "The request names no operation in X-Amz-Target.");

    public static AwsErrorException NoAction() => new("MissingAction", "The request must contain the parameter Action.");

    public static AwsErrorException InternalFailure(WireShape shape, Exception failure) => new(
        shape == WireShape.Rest ? "InternalError" : "InternalFailure",
        $"The sandbox failed with {failure.GetType().Name}. This is a defect of the sandbox, not of the call.",
        500);

    /// <summary>The shape of a refusal when no service can give it one.</summary>
    public static HttpResponse Write(WireShape shape, AwsErrorException refusal) => shape switch
    {
        WireShape.Json => HttpResponse.Text(refusal.Status, "application/x-amz-json-1.1", new JsonObject
        {
            ["__type"] = refusal.Code,
            ["message"] = refusal.Message,
        }.ToJsonString()).With("x-amzn-ErrorType", refusal.Code),
        WireShape.Query => AwsXml.Answer(refusal.Status, "text/xml", new("ErrorResponse", Error(refusal), new XElement("RequestId", RequestId.New()))),
        _ => AwsXml.Answer(refusal.Status, "application/xml", Error(refusal)),
    };

    private static XElement Error(AwsErrorException refusal) => new(
        "Error", new XElement("Code", refusal.Code), new XElement("Message", refusal.Message));
}
