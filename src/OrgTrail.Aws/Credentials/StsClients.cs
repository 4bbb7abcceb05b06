using Amazon.Runtime;
using Amazon.SecurityToken;
using OrgTrail.Aws.Connection;

namespace OrgTrail.Aws.Credentials;

/// <summary>Clients of AWS STS.</summary>
internal static class StsClients
{
    /// <summary>A client; whoever asks for it disposes of it.</summary>
    public static IAmazonSecurityTokenService New(AWSCredentials credentials, ClientSettings settings) =>
        new AmazonSecurityTokenServiceClient(credentials, settings.Apply(new AmazonSecurityTokenServiceConfig(), "sts"));
}
