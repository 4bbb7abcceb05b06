using OrgTrail.Trails;

namespace OrgTrail.Connection;

/// <summary>
/// What may not stand in the parts of a connection. They become headers and addresses, where a line break begins
/// something new, and messages, where an escape character commands the terminal. Checked before anything is sent.
/// </summary>
internal static class ConnectionRules
{
    /// <summary>Passes options on without control characters.</summary>
    /// <param name="options">What the user said.</param>
    /// <exception cref="OrgTrailException"><c>InvalidCredential</c>, <c>InvalidProfileName</c>, <c>InvalidProfileLocation</c>, <c>InvalidRegion</c>, <c>InvalidEndpointUrl</c>.</exception>
    public static void Require(ConnectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RequireKey("access key id", options.AccessKey, "-AccessKey");
        RequireKey("secret access key", options.SecretKey, "-SecretKey");
        RequireKey("session token", options.SessionToken, "-SessionToken");
        RequireText("InvalidProfileName", "profile name", options.ProfileName, "-ProfileName");
        RequireText("InvalidProfileName", "profile name", options.SessionProfileName, "$StoredAWSCredentials");
        RequireText("InvalidProfileLocation", "path", options.ProfileLocation, "-ProfileLocation");
        RequireText("InvalidRegion", "Region", options.Region, "-Region");
        RequireText("InvalidRegion", "Region", options.SessionRegion, "$StoredAWSRegion");
        RequireText("InvalidEndpointUrl", "address", options.EndpointUrl, "-EndpointUrl");
    }

    /// <summary>Passes a text on that has no control character.</summary>
    /// <param name="problemId">The id of the problem of one that has.</param>
    /// <param name="noun">What it is, to stand in a sentence.</param>
    /// <param name="text">The text.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <exception cref="OrgTrailException">It has one.</exception>
    public static void RequireText(string problemId, string noun, string? text, string origin)
    {
        if (NameCharacters.Forbidden(text ?? "", c => !char.IsControl(c) && c is not ('\u2028' or '\u2029')) is { } forbidden)
            throw new OrgTrailException(Invalid(problemId, ProblemKind.InvalidInput, noun, origin, forbidden));
    }

    // Keys and tokens of AWS are base64 and the like. Which character it is, is not said of others: it is part of a secret.
    internal static void RequireKey(string noun, string? key, string origin)
    {
        if (NameCharacters.Forbidden(key ?? "", c => c is > ' ' and < '\u007F') is not { } forbidden) return;
        var shown = key!.Any(c => c is <= ' ' or '\u007F') ? forbidden : "a character";
        throw new OrgTrailException(Invalid("InvalidCredential", ProblemKind.Authentication, noun, origin, $"{shown} that no {noun} has"));
    }

    private static Problem Invalid(string id, ProblemKind kind, string noun, string origin, string forbidden) => new(
        id, kind,
        $"The {noun} from {origin} contains {forbidden}.",
        $"Give the {noun} as it is, without line breaks and blanks around it. Nothing was sent.");
}
