using System.Text;
using OrgTrail.Problems;

namespace OrgTrail.Aws.Http;

/// <summary>
/// What tells an answer of a JSON or query service from anything else that comes with a 2xx status: the page of a proxy,
/// half a body, an error of somebody who forgot the status. Which members an operation's answer must have is up to its caller.
/// </summary>
internal static class ServiceAnswers
{
    private const string Query = "application/x-www-form-urlencoded";

    /// <inheritdoc cref="AnswerCheck"/>
    public static string? Defect(HttpRequestMessage request, bool isSuccess, byte[] body) => !isSuccess
        ? null
        : request.Content?.Headers.ContentType?.MediaType == Query ? OfXml(body) : OfJson(body);

    /// <summary>The beginning of a body, enough to recognise it by.</summary>
    public static string Excerpt(byte[] body)
    {
        const int Longest = 200;
        // Secrets go before it is cut: the beginning of one could not be told from other words. None is as long as this.
        const int Looked = 16 * 1024;
        var text = Secrets.Redact(Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, Looked))).Trim();
        return text.Length == 0 ? "it is empty" : text.Length > Longest ? text[..Longest] + "…" : text;
    }

    /// <summary>Operations without a result answer with nothing, or with an empty object (AWS JSON 1.1); moto with null.</summary>
    private static string? OfJson(byte[] body)
    {
        var text = body.AsSpan().Trim(" \t\r\n"u8);
        return text.IsEmpty || text.SequenceEqual("null"u8) || JsonRoot.Defect(body) is not { } defect ? null : $"{defect}: {Excerpt(body)}";
    }

    /// <summary>The root is named after the operation: <c>GetRoleResponse</c>. An error is an <c>ErrorResponse</c>.</summary>
    private static string? OfXml(byte[] body) => XmlRoot.Of(body) switch
    {
        null => $"The answer is no XML: {Excerpt(body)}",
        "ErrorResponse" => $"The answer is an error with the status of a success: {Excerpt(body)}",
        { } root when !root.EndsWith("Response", StringComparison.Ordinal) => $"The answer is no answer of the service: {Excerpt(body)}",
        _ => null,
    };
}
