using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Runtime.Internal.Transform;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>What an error answer says, whatever shape it has: JSON, HTML of a proxy, half a body or none.</summary>
internal sealed record ServiceError(
    HttpStatusCode Status, string? Code, string Message, string? Reason, string RequestId, Exception? Inner)
{
    public const string RequestIdHeader = "x-amzn-requestid";

    private const string ErrorTypeHeader = "x-amzn-errortype";

    /// <summary>Reads as much as has arrived and can be understood; never throws for what the body holds.</summary>
    public static ServiceError Read(byte[] body, IWebResponseData response, Exception? inner)
    {
        var members = Members(body);
        var code = ShortCode(members.GetValueOrDefault("__type")) ?? ShortCode(response.GetHeaderValue(ErrorTypeHeader));
        var message = members.GetValueOrDefault("message") ?? members.GetValueOrDefault("Message");
        return Of(code, message, body, response, inner) with { Reason = members.GetValueOrDefault("Reason") };
    }

    /// <summary>An error of which code and message are known, as far as they are.</summary>
    public static ServiceError Of(string? code, string? message, byte[] body, IWebResponseData response, Exception? inner) => new(
        response.StatusCode,
        code,
        string.IsNullOrEmpty(message) ? MessageFor(response.StatusCode, code, body) : message,
        Reason: null,
        response.GetHeaderValue(RequestIdHeader),
        inner);

    /// <summary>
    /// The text members of the outermost object. A body that breaks off yields those before the break.
    /// </summary>
    private static Dictionary<string, string?> Members(byte[] body)
    {
        var members = new Dictionary<string, string?>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(body);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return members;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                if (!reader.Read())
                    break;
                if (reader.TokenType == JsonTokenType.String)
                    members[name] = reader.GetString();
                else
                    reader.Skip();
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Not JSON, cut off, or not UTF-8: what was read before stands.
        }

        return members;
    }

    /// <summary><c>com.amazon#TrailNotFoundException:http://…</c> is the code <c>TrailNotFoundException</c>.</summary>
    private static string? ShortCode(string? type)
    {
        if (string.IsNullOrEmpty(type))
            return null;
        var code = type[(type.LastIndexOf('#') + 1)..];
        var end = code.IndexOf(':', StringComparison.Ordinal);
        return end < 0 ? code : code[..end];
    }

    private static string MessageFor(HttpStatusCode status, string? code, byte[] body)
    {
        if (code is not null)
            return $"The service answered {code} (HTTP {(int)status}) without a message.";
        var start = Excerpt(body);
        return start.Length == 0
            ? $"The service answered HTTP {(int)status} ({status}) with an empty body."
            : $"The service answered HTTP {(int)status} ({status}) with a body that names no error: {start}";
    }

    /// <summary>The beginning of a body, enough to recognise it by.</summary>
    public static string Excerpt(byte[] body)
    {
        const int Longest = 300;
        if (body.Length <= Longest) return Encoding.UTF8.GetString(body).Trim();

        // Not in the middle of a word, which may be a secret: nobody could tell the beginning of one.
        var text = Encoding.UTF8.GetString(body, 0, Longest);
        return text[..(text.AsSpan().LastIndexOfAny(" \t\r\n") + 1)].Trim() + "…";
    }
}
