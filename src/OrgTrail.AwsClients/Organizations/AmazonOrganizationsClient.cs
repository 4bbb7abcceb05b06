using Amazon.Organizations.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using OrgTrail.AwsClients.Protocol;

namespace Amazon.Organizations;

/// <summary>The client of AWS Organizations. Global: whatever Region of a partition is configured, calls go to the one Region that serves the partition, and are signed for it. Safe to use from several threads at once. As in the SDK it can be derived from.</summary>
/// <remarks>
/// To add an operation: its request and response under <c>Model</c> (a property a member; the type's name is the
/// operation's), both in <see cref="WireContext"/>, and a method here and in the interface. Errors it brings along:
/// a line in the exceptions and one in the table of error codes beside this file.
/// </remarks>
public class AmazonOrganizationsClient : AmazonServiceClient, IAmazonOrganizations
{
    private static readonly JsonService Service = new(
        AmazonOrganizationsConfig.ServiceId, "AWSOrganizationsV20161128", OrganizationsErrors.ToException);

    /// <summary>Finds credentials and Region in the environment.</summary>
    public AmazonOrganizationsClient()
        : this(new AmazonOrganizationsConfig())
    {
    }

    /// <summary>Finds credentials in the environment.</summary>
    public AmazonOrganizationsClient(RegionEndpoint region)
        : this(new AmazonOrganizationsConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Finds credentials in the environment.</summary>
    public AmazonOrganizationsClient(AmazonOrganizationsConfig config)
        : base(config)
    {
    }

    /// <summary>Finds the Region in the environment.</summary>
    public AmazonOrganizationsClient(AWSCredentials credentials)
        : this(credentials, new AmazonOrganizationsConfig())
    {
    }

    /// <summary>Calls a Region with given credentials.</summary>
    public AmazonOrganizationsClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonOrganizationsConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Calls with given credentials and configuration.</summary>
    public AmazonOrganizationsClient(AWSCredentials credentials, AmazonOrganizationsConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    IClientConfig IAmazonService.Config => Config;

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Service;

    /// <inheritdoc/>
    public Task<DescribeAccountResponse> DescribeAccountAsync(DescribeAccountRequest request, CancellationToken cancellationToken = default) =>
        Send<DescribeAccountResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DescribeOrganizationResponse> DescribeOrganizationAsync(DescribeOrganizationRequest request, CancellationToken cancellationToken = default) =>
        Send<DescribeOrganizationResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DisableAWSServiceAccessResponse> DisableAWSServiceAccessAsync(DisableAWSServiceAccessRequest request, CancellationToken cancellationToken = default) =>
        Send<DisableAWSServiceAccessResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<EnableAllFeaturesResponse> EnableAllFeaturesAsync(EnableAllFeaturesRequest request, CancellationToken cancellationToken = default) =>
        Send<EnableAllFeaturesResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<EnableAWSServiceAccessResponse> EnableAWSServiceAccessAsync(EnableAWSServiceAccessRequest request, CancellationToken cancellationToken = default) =>
        Send<EnableAWSServiceAccessResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListAccountsResponse> ListAccountsAsync(ListAccountsRequest request, CancellationToken cancellationToken = default) =>
        Send<ListAccountsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListAWSServiceAccessForOrganizationResponse> ListAWSServiceAccessForOrganizationAsync(ListAWSServiceAccessForOrganizationRequest request, CancellationToken cancellationToken = default) =>
        Send<ListAWSServiceAccessForOrganizationResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListDelegatedAdministratorsResponse> ListDelegatedAdministratorsAsync(ListDelegatedAdministratorsRequest request, CancellationToken cancellationToken = default) =>
        Send<ListDelegatedAdministratorsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListHandshakesForOrganizationResponse> ListHandshakesForOrganizationAsync(ListHandshakesForOrganizationRequest request, CancellationToken cancellationToken = default) =>
        Send<ListHandshakesForOrganizationResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => JsonService.Customize(pipeline);

    private Task<TResponse> Send<TResponse>(AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Service.Answering<TResponse>(), cancellationToken);
}
