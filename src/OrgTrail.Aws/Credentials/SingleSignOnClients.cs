using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace OrgTrail.Aws.Credentials;

/// <summary>
/// Tells the SDK which clients of IAM Identity Center to use. Left alone, it takes the first assembly of that name among
/// all in the process (ServiceClientHelpers.GetSDKAssembly), and that may be a neighbour's copy in another load context.
/// </summary>
internal static class SingleSignOnClients
{
    /// <summary>Registers the clients, for every profile that signs in so.</summary>
    public static void Register()
    {
        // The calls carry a token of their own instead of a signature.
        var registry = GlobalRuntimeDependencyRegistry.Instance;
        registry.RegisterSSOClient(context => new AmazonSSOClient(
            new AnonymousAWSCredentials(),
            new AmazonSSOConfig { RegionEndpoint = context.SSOClientContextData.Region }));
        registry.RegisterSSOOIDCClient(context => new AmazonSSOOIDCClient(
            new AnonymousAWSCredentials(),
            new AmazonSSOOIDCConfig { RegionEndpoint = context.SSOOIDCClientContextData.Region }));
    }
}
