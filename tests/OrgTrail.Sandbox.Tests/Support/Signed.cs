namespace OrgTrail.Sandbox.Tests;

/// <summary>Requests as text, signed in form only: the sandbox does not verify signatures.</summary>
internal static class Signed
{
    public const string Key = "AKIAIOSFODNN7EXAMPLE";

    /// <summary>The header Authorization and the one it needs beside it, with a line end behind each.</summary>
    public static string Headers(string service, string region = "us-east-1", string key = Key) =>
        $"Authorization: AWS4-HMAC-SHA256 Credential={key}/20250601/{region}/{service}/aws4_request, SignedHeaders=host;x-amz-date, Signature={new string('0', 64)}\r\n"
        + "X-Amz-Date: 20250601T120000Z\r\n";

    /// <summary>A call of a JSON service.</summary>
    public static string Json(string service, string target, string body = "{}", string region = "us-east-1", string key = Key) =>
        $"POST / HTTP/1.1\r\nHost: localhost\r\n{Headers(service, region, key)}X-Amz-Target: {target}\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    /// <summary>A call of a query service.</summary>
    public static string Query(string service, string form, string region = "us-east-1") =>
        $"POST / HTTP/1.1\r\nHost: localhost\r\n{Headers(service, region)}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}";

    /// <summary>A call of S3.</summary>
    public static string S3(string method, string target, string body = "", string host = "localhost", string headers = "") =>
        $"{method} {target} HTTP/1.1\r\nHost: {host}\r\n{Headers("s3")}{headers}Content-Length: {body.Length}\r\n\r\n{body}";
}
