using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace OrgTrail.Aws.Iam;

/// <summary>The configuration of the client of IAM.</summary>
internal sealed class IamConfig : ClientConfig
{
    public const string ApiVersion = "2010-05-08";
    public const string SigningName = "iam";

    private static readonly string UserAgentText = InternalSDKUtils.BuildUserAgentString("IAM", typeof(IamConfig).Assembly.GetName().Version?.ToString(3));

    public IamConfig()
        : base(new DefaultConfigurationProvider(Enum.GetValues<DefaultConfigurationMode>().Select(Defaults)))
    {
        ServiceId = "IAM";
        AuthenticationServiceName = SigningName;
        EndpointProvider = new IamEndpoints();
    }

    public override string RegionEndpointServiceName => SigningName;

    public override string ServiceVersion => ApiVersion;

    public override string UserAgent => UserAgentText;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(IamEndpointHandler.Parameters(this));

    // What these decide is set for each client (ClientSettings).
    private static DefaultConfiguration Defaults(DefaultConfigurationMode mode) => new() { Name = mode, RetryMode = RequestRetryMode.Standard };
}
