using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using OrgTrail.AwsClients.Protocol;

namespace Amazon.Organizations;

/// <summary>The configuration of a client of Organizations: Region or URL, retries, time-outs, proxy.</summary>
public sealed class AmazonOrganizationsConfig : ClientConfig
{
    private static readonly string UserAgentText = InternalSDKUtils.BuildUserAgentString(
        ServiceId, typeof(AmazonOrganizationsConfig).Assembly.GetName().Version?.ToString(3));

    /// <summary>Takes what is not set later from environment and profile, as every client of the SDK does.</summary>
    public AmazonOrganizationsConfig()
        : base(DefaultsModes.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = RegionEndpointServiceName;
        EndpointProvider = new PartitionEndpoints(RegionEndpointServiceName, isGlobal: true);
    }

    /// <summary>The ID of the service, which endpoint variables and <c>services</c> sections of profiles are named after.</summary>
    public static new string ServiceId => "Organizations";

    /// <summary>The service in host names and signatures.</summary>
    public override string RegionEndpointServiceName => "organizations";

    /// <summary>The version of the API.</summary>
    public override string ServiceVersion => "2016-11-28";

    /// <summary>What the client calls itself.</summary>
    public override string UserAgent => UserAgentText;

    /// <summary>The endpoint that a request would go to.</summary>
    /// <exception cref="AmazonClientException">The configuration names no Region, or excludes itself.</exception>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointHandler.Resolve(this, parameters);
}
