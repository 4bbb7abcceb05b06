using System.Text.RegularExpressions;

namespace OrgTrail.Problems;

/// <summary>Takes credentials out of texts that others wrote, before anybody sees them.</summary>
public static partial class Secrets
{
    private const string Mask = "***";

    /// <summary>
    /// A text without access key ids, secret keys, session tokens, signatures and what repeats a signed request. AWS
    /// repeats the whole canonical request, session token included, when a signature does not match.
    /// </summary>
    /// <param name="text">For example the message of an error.</param>
    public static string Redact(string text)
    {
        var cut = CanonicalRequest().Match(text) is { Success: true, Index: var start } ? $"{text[..start].TrimEnd()} {Mask}" : text;
        cut = Labelled().Replace(cut, match => match.Groups["label"].Value + Mask);
        return KeyOrToken().Replace(cut, Mask);
    }

    /// <summary>Whether <see cref="Redact"/> finds anything in a text.</summary>
    /// <param name="text">For example all that an exception says of itself.</param>
    public static bool AppearIn(string text) => Redact(text) != text;

    [GeneratedRegex("The canonical string for this request", RegexOptions.IgnoreCase)]
    private static partial Regex CanonicalRequest();

    [GeneratedRegex(
        """(?<label>(x-amz-security-token|x-amz-sso_bearer_token|authorization|signature|aws_?session_?token|session_?token|access_?token|secret_?access_?key|secret_?key)["']?\s*[:=]\s*["']?)(AWS4-HMAC-SHA256\s+|Bearer\s+)?[^\s"',;&<]+""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    // Access key ids begin with AKIA or ASIA (IAM user guide, unique identifiers). A run of base64 as long as this is no
    // name or path of AWS: those are broken by blanks, dots, colons or dashes.
    [GeneratedRegex(@"\bA(KIA|SIA)[A-Z0-9]{12,}\b|[A-Za-z0-9+/]{100,}={0,2}")]
    private static partial Regex KeyOrToken();
}
