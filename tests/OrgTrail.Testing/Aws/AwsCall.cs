using System.Text.Json;

namespace OrgTrail.Testing;

/// <summary>One call that reached <see cref="ScriptedAws"/>.</summary>
public sealed class AwsCall
{
    private readonly TaskCompletionSource _abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal AwsCall()
    {
    }

    /// <summary><c>CloudTrail</c>, <c>Organizations</c>, <c>STS</c>, <c>S3</c>, <c>KMS</c>, <c>IAM</c>, <c>SSO</c>, <c>SSOOIDC</c>; any other as its SigV4 name; <c>Http</c> for what is no AWS call, such as a request for container credentials.</summary>
    public required string Service { get; init; }

    /// <summary><c>CreateTrail</c>; for the service <c>Http</c> the method and path, <c>GET /creds</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The request's members: its JSON body, or the form fields of a query service. An empty object where there are none.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>The body as it was sent, for example a bucket policy.</summary>
    public required string Text { get; init; }

    /// <summary>The bucket of an S3 call, otherwise empty.</summary>
    public string Bucket { get; init; } = "";

    /// <summary>The object key of an S3 call, otherwise empty.</summary>
    public string Key { get; init; } = "";

    /// <summary>The Region the request was signed for; empty when it was not signed.</summary>
    public string Region { get; init; } = "";

    /// <summary>The access key id that signed the request; empty when it was not signed.</summary>
    public string AccessKey { get; init; } = "";

    /// <summary>All headers, whatever the case of their names.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The parameters of the address.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>Completes when the client went away without waiting for the answer; never, when it was answered.</summary>
    public Task Abandoned => _abandoned.Task;

    /// <summary>A member of <see cref="Body"/> as text: a string's value, otherwise its JSON; null when absent.</summary>
    public string? Member(string name) => !Body.TryGetProperty(name, out var value)
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    /// <summary><c>CloudTrail.CreateTrail</c>, as assertions compare it.</summary>
    public override string ToString() => $"{Service}.{Operation}";

    internal void Abandon() => _abandoned.TrySetResult();
}
