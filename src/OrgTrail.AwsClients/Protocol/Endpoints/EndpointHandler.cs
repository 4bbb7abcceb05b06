using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>Takes from the configuration what decides the endpoint.</summary>
internal sealed class EndpointHandler : BaseEndpointResolver
{
    /// <summary>The endpoint that a client with this configuration calls.</summary>
    public static Endpoint Resolve(ClientConfig config, ServiceOperationEndpointParameters parameters) =>
        new EndpointHandler().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(
            new RequestContext(enableMetric: false)
            {
                ClientConfig = config,
                OriginalRequest = parameters.Request,
                Request = new DefaultRequest(parameters.Request, config.ServiceId)
                {
                    AlternateEndpoint = parameters.AlternateEndpoint,
                },
            },
            null));

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new EndpointParameters
        {
            [PartitionEndpoints.Region] =
                requestContext.Request.AlternateEndpoint?.SystemName ?? config.RegionEndpoint?.SystemName ?? RegionOfUrl(config),
            [PartitionEndpoints.UseFips] = config.UseFIPSEndpoint,
            [PartitionEndpoints.UseDualStack] = config.UseDualstackEndpoint,
            [PartitionEndpoints.Url] = config.ServiceURL,
        };
    }

    private static string? RegionOfUrl(IClientConfig config)
    {
        if (!string.IsNullOrEmpty(config.AuthenticationRegion))
            return config.AuthenticationRegion;
        return string.IsNullOrEmpty(config.ServiceURL) ? null : AWSSDKUtils.DetermineRegion(config.ServiceURL);
    }
}
