using System.Net;
using System.Text.Json.Nodes;

namespace OrgTrail.Testing;

/// <summary>Answers in the shape each service gives them.</summary>
internal static class AwsAnswer
{
    public static HttpResponse Success(AwsCall call, string body) => HttpResponse.Of(200, ContentType(call.Service), body);

    /// <param name="call">What is refused; its service decides the shape.</param>
    /// <param name="code">The error code, for example <c>TrailNotFoundException</c>.</param>
    /// <param name="message">For people.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="reason">The member <c>Reason</c> that some errors of Organizations have.</param>
    public static HttpResponse Error(AwsCall call, string code, string message, int status, string? reason = null) => call.Service switch
    {
        "S3" => HttpResponse.Of(status, "application/xml", $"<Error><Code>{Xml(code)}</Code><Message>{Xml(message)}</Message><BucketName>{Xml(call.Bucket)}</BucketName></Error>"),
        "IAM" or "STS" or "SNS" => HttpResponse.Of(status, "text/xml", $"<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>{Xml(code)}</Code><Message>{Xml(message)}</Message></Error></ErrorResponse>"),
        _ => JsonError(call, code, message, status, reason),
    };

    private static HttpResponse JsonError(AwsCall call, string code, string message, int status, string? reason)
    {
        // Organizations writes "Message", the other JSON services "message".
        var body = new JsonObject { ["__type"] = code, [call.Service == "Organizations" ? "Message" : "message"] = message };
        if (reason is not null)
            body["Reason"] = reason;
        return HttpResponse.Of(status, ContentType(call.Service), body.ToJsonString()).With("x-amzn-ErrorType", code);
    }

    private static string ContentType(string service) => service switch
    {
        "S3" => "application/xml",
        "IAM" or "STS" or "SNS" => "text/xml",
        "SSO" or "SSOOIDC" or "Http" => "application/json",
        _ => "application/x-amz-json-1.1",
    };

    private static string Xml(string text) => WebUtility.HtmlEncode(text);
}
