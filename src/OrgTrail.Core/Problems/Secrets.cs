using System.Text.RegularExpressions;
using OrgTrail.Problems.Redaction;

namespace OrgTrail.Problems;

/// <summary>Takes credentials out of texts, before anybody sees them: those that are known by their value, others by what stands around them.</summary>
internal static partial class Secrets
{
    private const string Hidden = "***";

    private static readonly KnownSecrets Known = new();

    /// <summary>Remembers a secret, so that no text shows it from now on, however it is quoted, escaped, encoded, wrapped or cut.</summary>
    /// <param name="secret">A secret key, a token, a password; what has fewer than four characters cannot be told from other words.</param>
    public static void Know(string? secret)
    {
        if (secret is not null) Known.Add(secret);
    }

    /// <summary>A text of our own, which may repeat what others said: without the secrets that are known, and without user names and passwords in addresses.</summary>
    /// <param name="text">For example a warning.</param>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Known.Hide(WithoutUsers(text), Hidden, []);
    }

    /// <summary>
    /// A text of others: as <see cref="Mask"/>, and without access key ids, secret keys, session tokens, signatures and
    /// what repeats a signed request. AWS repeats the whole canonical request, session token included, when a signature does
    /// not match.
    /// </summary>
    /// <param name="text">For example the message of an error.</param>
    public static string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var addressed = WithoutUsers(text);
        var masked = Known.Hide(addressed, Hidden, KeyOrToken().Matches(addressed));
        var cut = CanonicalRequest().Match(masked) is { Success: true, Index: var start } ? $"{masked[..start].TrimEnd()} {Hidden}" : masked;
        return Labelled().Replace(cut, match => match.Groups["label"].Value + Hidden);
    }

    /// <summary>Whether <see cref="Redact"/> finds anything in a text.</summary>
    /// <param name="text">For example all that an exception says of itself.</param>
    public static bool AppearIn(string text) => Redact(text) != text;

    private static string WithoutUsers(string text) => UserInAddress().Replace(text, Hidden + "@");

    [GeneratedRegex("The canonical string for this request", RegexOptions.IgnoreCase)]
    private static partial Regex CanonicalRequest();

    [GeneratedRegex(
        """(?<label>(x-amz-security-token|x-amz-sso_bearer_token|authorization|signature|aws_?session_?token|session_?token|access_?token|refresh_?token|client_?secret|secret_?access_?key|secret_?key|password)["']?\s*[:=]\s*["']?)((AWS4-HMAC-SHA256|Bearer|Basic)\s+)?[^\s"',;&<]+""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    // Access key ids begin with AKIA or ASIA (IAM user guide, unique identifiers). A run of base64 as long as this is no
    // name or path of AWS: those are broken by blanks, dots, colons or dashes.
    [GeneratedRegex(@"\bA(KIA|SIA)[A-Z0-9]{12,}\b|[A-Za-z0-9+/]{100,}={0,2}")]
    private static partial Regex KeyOrToken();

    // https://user:password@proxy, its slashes perhaps escaped for JSON or for a URL.
    [GeneratedRegex("""(?<=:(\\?/){2}|(:|%3A)%2F%2F)[^\s/?#\\'"<>]+@""", RegexOptions.IgnoreCase)]
    private static partial Regex UserInAddress();
}
