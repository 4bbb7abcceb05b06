using Amazon.Runtime;

namespace OrgTrail.Aws.Credentials;

/// <summary>Keys that somebody wrote down.</summary>
internal static class StaticKeys
{
    /// <summary>The SDK's credentials of keys, with or without a session token.</summary>
    /// <exception cref="OrgTrailException"><c>InvalidCredential</c>: a key has a character that none has.</exception>
    public static AWSCredentials Of(string origin, string accessKey, string secretKey, string? sessionToken)
    {
        var keys = SentKeys.Of(origin, accessKey, secretKey, sessionToken);
        return keys.UseToken ? new SessionAWSCredentials(accessKey, secretKey, keys.Token) : new BasicAWSCredentials(accessKey, secretKey);
    }
}
