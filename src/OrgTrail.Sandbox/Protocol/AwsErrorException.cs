using System.Text.Json.Nodes;

namespace OrgTrail.Sandbox.Protocol;

/// <summary>A refusal in AWS's words; the protocol of the service gives it its shape.</summary>
/// <param name="code">The error code as AWS sends it, for example <c>TrailNotFoundException</c>.</param>
/// <param name="message">What AWS says.</param>
/// <param name="status">The HTTP status code.</param>
public sealed class AwsErrorException(string code, string message, int status = 400) : Exception(message)
{
    /// <summary>The error code.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status code.</summary>
    public int Status { get; } = status;

    /// <summary>Further members of the error, for example <c>Reason</c> in AWS Organizations, or <c>BucketName</c> in S3.</summary>
    public JsonObject Members { get; init; } = [];

    /// <summary>Headers that the refusal is sent with.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
