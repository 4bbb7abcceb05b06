using Amazon;
using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SSO;
using Amazon.SSO.Model;
using Amazon.SSOOIDC;
using OrgTrail.Aws.Connection;
using OrgTrail.Aws.Errors;
using OrgTrail.Aws.Http;

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
        var registry = GlobalRuntimeDependencyRegistry.Instance;
        registry.RegisterSSOClient(context => new PortalClient(Apply(new AmazonSSOConfig(), context.SSOClientContextData.Region)));
        registry.RegisterSSOOIDCClient(context => new AmazonSSOOIDCClient(
            new AnonymousAWSCredentials(), Apply(new AmazonSSOOIDCConfig(), context.SSOOIDCClientContextData.Region)));
    }

    private static T Apply<T>(T config, RegionEndpoint region)
        where T : ClientConfig
    {
        config.RegionEndpoint = region;
        config.Timeout = ClientSettings.LongestAnswer;
        config.HttpClientFactory = ServiceHttp.Factory;
        config.MaxStaleConnectionRetries = 0;
        return config;
    }

    /// <summary>The portal that hands out the keys of roles. The SDK takes it for granted that they are in the answer. Calls carry a token of their own instead of a signature.</summary>
    private sealed class PortalClient(AmazonSSOConfig config) : AmazonSSOClient(new AnonymousAWSCredentials(), config)
    {
        private const string Operation = "GetRoleCredentials";

        private static readonly ServiceCalls Calls = new("SSO", TimeProvider.System);

        public override async Task<GetRoleCredentialsResponse> GetRoleCredentialsAsync(GetRoleCredentialsRequest request, CancellationToken cancellationToken)
        {
            var answer = await base.GetRoleCredentialsAsync(request, cancellationToken).ConfigureAwait(false);
            var keys = Calls.Required(Operation, answer.RoleCredentials);
            Calls.Required(Operation, keys.AccessKeyId);
            Calls.Required(Operation, keys.SecretAccessKey);
            Calls.Required(Operation, keys.SessionToken);
            Calls.Required(Operation, keys.Expiration);
            return answer;
        }
    }
}
