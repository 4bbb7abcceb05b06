using Amazon.Runtime;
using OrgTrail.Connection;

namespace OrgTrail.Aws.Credentials;

/// <summary>Keys on their way into a request, wherever they come from: from here on they are known as secrets, and none has a character that would make a header of its own.</summary>
internal static class SentKeys
{
    /// <summary>Keys that were given, read or fetched.</summary>
    /// <exception cref="OrgTrailException"><c>InvalidCredential</c>.</exception>
    public static ImmutableCredentials Of(string origin, string accessKey, string secretKey, string? sessionToken)
    {
        var keys = new AccessKeys(accessKey, secretKey, string.IsNullOrEmpty(sessionToken) ? null : sessionToken).Require(origin);
        return new ImmutableCredentials(keys.AccessKey, keys.SecretKey, keys.SessionToken);
    }

    /// <summary>Keys that credentials of the SDK came by.</summary>
    /// <exception cref="OrgTrailException"><c>InvalidCredential</c>.</exception>
    public static ImmutableCredentials Of(string origin, ImmutableCredentials keys) => Of(origin, keys.AccessKey, keys.SecretKey, keys.Token);
}
