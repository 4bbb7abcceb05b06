using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace OrgTrail.Aws.Iam;

/// <summary>Takes from the configuration what decides the endpoint.</summary>
internal sealed class IamEndpointHandler : BaseEndpointResolver
{
    /// <summary>What decides the endpoint.</summary>
    public static EndpointParameters Parameters(IClientConfig config) => new()
    {
        [IamEndpoints.Region] = config.RegionEndpoint?.SystemName ?? config.AuthenticationRegion,
        [IamEndpoints.UseFips] = config.UseFIPSEndpoint,
        [IamEndpoints.UseDualStack] = config.UseDualstackEndpoint,
        [IamEndpoints.Url] = config.ServiceURL,
    };

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) => Parameters(requestContext.ClientConfig);
}
