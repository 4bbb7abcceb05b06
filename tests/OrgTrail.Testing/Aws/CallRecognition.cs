using System.Text;
using System.Text.Json;

namespace OrgTrail.Testing;

/// <summary>Tells which service and operation a request is for.</summary>
internal static class CallRecognition
{
    private static readonly Dictionary<string, string> ServiceOfSigningName = new(StringComparer.Ordinal)
    {
        ["cloudtrail"] = "CloudTrail",
        ["organizations"] = "Organizations",
        ["sts"] = "STS",
        ["s3"] = "S3",
        ["iam"] = "IAM",
        ["kms"] = "KMS",
        ["sns"] = "SNS",
    };

    private static readonly JsonElement NoMembers = JsonSerializer.SerializeToElement(new { });

    public static AwsCall Recognize(HttpRequest request)
    {
        var (accessKey, region, signingName) = CredentialScope(request);
        var text = Encoding.UTF8.GetString(request.Body);
        var isForm = request.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) == true;
        var body = isForm ? JsonSerializer.SerializeToElement(FormText.Parse(text)) : Members(text);
        var (service, operation) = Name(request, body, signingName);
        var address = service == "S3" ? request.Path.TrimStart('/').Split('/', 2) : [];

        return new AwsCall
        {
            Service = service,
            Operation = operation,
            Body = body,
            Text = text,
            Bucket = address.ElementAtOrDefault(0) ?? "",
            Key = address.ElementAtOrDefault(1) ?? "",
            Region = region,
            AccessKey = accessKey,
            Headers = request.Headers,
            Query = request.Query,
        };
    }

    private static (string Service, string Operation) Name(HttpRequest request, JsonElement body, string signingName)
    {
        var service = ServiceOfSigningName.GetValueOrDefault(signingName, signingName);
        if (request.Header("X-Amz-Target") is { } target)
        {
            var dot = target.LastIndexOf('.');
            return (ServiceOfTarget(target[..dot], service), target[(dot + 1)..]);
        }

        if (body.TryGetProperty("Action", out var action))
            return (service.Length == 0 ? "STS" : service, action.GetString() ?? "");
        if (service == "S3")
            return (service, S3Operation.Name(request));

        // IAM Identity Center's calls for credentials are not signed.
        return (request.Method, request.Path) switch
        {
            ("GET", "/federation/credentials") => ("SSO", "GetRoleCredentials"),
            ("POST", "/token") => ("SSOOIDC", "CreateToken"),
            _ => (service.Length == 0 ? "Http" : service, $"{request.Method} {request.Path}"),
        };
    }

    private static string ServiceOfTarget(string target, string signed) => target switch
    {
        _ when target.Contains("CloudTrail", StringComparison.OrdinalIgnoreCase) => "CloudTrail",
        _ when target.Contains("Organizations", StringComparison.OrdinalIgnoreCase) => "Organizations",
        "TrentService" => "KMS",
        _ => signed.Length == 0 ? target : signed,
    };

    /// <summary>From <c>AWS4-HMAC-SHA256 Credential=KEY/20250102/us-east-1/cloudtrail/aws4_request, …</c>.</summary>
    private static (string AccessKey, string Region, string Service) CredentialScope(HttpRequest request)
    {
        const string Marker = "Credential=";
        var header = request.Header("Authorization") ?? "";
        var start = header.IndexOf(Marker, StringComparison.Ordinal);
        if (start < 0)
            return ("", "", "");

        var scope = header[(start + Marker.Length)..].Split(',')[0].Split('/');
        return scope.Length == 5 ? (scope[0], scope[2], scope[3]) : ("", "", "");
    }

    private static JsonElement Members(string text)
    {
        if (!text.StartsWith('{'))
            return NoMembers;

        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            // A bucket policy may be sent broken on purpose: AwsCall.Text still has it.
            return NoMembers;
        }
    }
}
