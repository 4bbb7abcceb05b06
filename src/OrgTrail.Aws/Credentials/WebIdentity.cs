using Amazon.Runtime;
using OrgTrail.Aws.Connection;

namespace OrgTrail.Aws.Credentials;

/// <summary>Roles for a token that the platform puts into a file, as Amazon EKS and some build services do.</summary>
internal static class WebIdentity
{
    /// <summary>The role that the environment names; <see langword="null"/> when it names none.</summary>
    public static CredentialSource? FromEnvironment() =>
        (EnvironmentVariable.Get("AWS_ROLE_ARN"), EnvironmentVariable.Get("AWS_WEB_IDENTITY_TOKEN_FILE")) is ({ } roleArn, { } tokenFile)
            ? new("AWS_WEB_IDENTITY_TOKEN_FILE", null, settings => Open("AWS_ROLE_ARN", roleArn, tokenFile, EnvironmentVariable.Get("AWS_ROLE_SESSION_NAME"), settings))
            : null;

    /// <summary>The credentials of the role.</summary>
    public static AWSCredentials Open(string origin, string roleArn, string tokenFile, string? sessionName, ClientSettings settings) =>
        AssumedRole.OfWebIdentity(origin, roleArn, tokenFile, sessionName, StsClients.New(new AnonymousAWSCredentials(), settings));
}
