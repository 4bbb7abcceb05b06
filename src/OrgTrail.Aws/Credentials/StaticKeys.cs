using Amazon.Runtime;

namespace OrgTrail.Aws.Credentials;

/// <summary>Keys that somebody wrote down.</summary>
internal static class StaticKeys
{
    /// <summary>The SDK's credentials of keys, with or without a session token.</summary>
    public static AWSCredentials Of(string accessKey, string secretKey, string? sessionToken) => string.IsNullOrEmpty(sessionToken)
        ? new BasicAWSCredentials(accessKey, secretKey)
        : new SessionAWSCredentials(accessKey, secretKey, sessionToken);
}
