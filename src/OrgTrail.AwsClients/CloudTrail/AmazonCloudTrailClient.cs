using Amazon.CloudTrail.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using OrgTrail.AwsClients.Protocol;

namespace Amazon.CloudTrail;

/// <summary>The client of AWS CloudTrail. Regional: a call goes to the Region of the configuration. Safe to use from several threads at once. As in the SDK it can be derived from.</summary>
/// <remarks>
/// To add an operation: its request and response under <c>Model</c> (a property a member; the type's name is the
/// operation's), both in <see cref="WireContext"/>, and a method here and in the interface. Errors it brings along:
/// a line in the exceptions and one in the table of error codes beside this file.
/// </remarks>
public class AmazonCloudTrailClient : AmazonServiceClient, IAmazonCloudTrail
{
    private static readonly JsonService Service = new(
        AmazonCloudTrailConfig.ServiceId, "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101", CloudTrailErrors.ToException);

    /// <summary>Finds credentials and Region in the environment.</summary>
    public AmazonCloudTrailClient()
        : this(new AmazonCloudTrailConfig())
    {
    }

    /// <summary>Finds credentials in the environment.</summary>
    public AmazonCloudTrailClient(RegionEndpoint region)
        : this(new AmazonCloudTrailConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Finds credentials in the environment.</summary>
    public AmazonCloudTrailClient(AmazonCloudTrailConfig config)
        : base(config)
    {
    }

    /// <summary>Finds the Region in the environment.</summary>
    public AmazonCloudTrailClient(AWSCredentials credentials)
        : this(credentials, new AmazonCloudTrailConfig())
    {
    }

    /// <summary>Calls a Region with given credentials.</summary>
    public AmazonCloudTrailClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCloudTrailConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Calls with given credentials and configuration.</summary>
    public AmazonCloudTrailClient(AWSCredentials credentials, AmazonCloudTrailConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    IClientConfig IAmazonService.Config => Config;

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Service;

    /// <inheritdoc/>
    public Task<AddTagsResponse> AddTagsAsync(AddTagsRequest request, CancellationToken cancellationToken = default) =>
        Send<AddTagsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<CreateTrailResponse> CreateTrailAsync(CreateTrailRequest request, CancellationToken cancellationToken = default) =>
        Send<CreateTrailResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeleteTrailResponse> DeleteTrailAsync(DeleteTrailRequest request, CancellationToken cancellationToken = default) =>
        Send<DeleteTrailResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DeregisterOrganizationDelegatedAdminResponse> DeregisterOrganizationDelegatedAdminAsync(DeregisterOrganizationDelegatedAdminRequest request, CancellationToken cancellationToken = default) =>
        Send<DeregisterOrganizationDelegatedAdminResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<DescribeTrailsResponse> DescribeTrailsAsync(DescribeTrailsRequest request, CancellationToken cancellationToken = default) =>
        Send<DescribeTrailsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetEventSelectorsResponse> GetEventSelectorsAsync(GetEventSelectorsRequest request, CancellationToken cancellationToken = default) =>
        Send<GetEventSelectorsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetInsightSelectorsResponse> GetInsightSelectorsAsync(GetInsightSelectorsRequest request, CancellationToken cancellationToken = default) =>
        Send<GetInsightSelectorsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetTrailResponse> GetTrailAsync(GetTrailRequest request, CancellationToken cancellationToken = default) =>
        Send<GetTrailResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<GetTrailStatusResponse> GetTrailStatusAsync(GetTrailStatusRequest request, CancellationToken cancellationToken = default) =>
        Send<GetTrailStatusResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default) =>
        Send<ListTagsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<ListTrailsResponse> ListTrailsAsync(ListTrailsRequest request, CancellationToken cancellationToken = default) =>
        Send<ListTrailsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<PutEventSelectorsResponse> PutEventSelectorsAsync(PutEventSelectorsRequest request, CancellationToken cancellationToken = default) =>
        Send<PutEventSelectorsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<PutInsightSelectorsResponse> PutInsightSelectorsAsync(PutInsightSelectorsRequest request, CancellationToken cancellationToken = default) =>
        Send<PutInsightSelectorsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<RegisterOrganizationDelegatedAdminResponse> RegisterOrganizationDelegatedAdminAsync(RegisterOrganizationDelegatedAdminRequest request, CancellationToken cancellationToken = default) =>
        Send<RegisterOrganizationDelegatedAdminResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<RemoveTagsResponse> RemoveTagsAsync(RemoveTagsRequest request, CancellationToken cancellationToken = default) =>
        Send<RemoveTagsResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<StartLoggingResponse> StartLoggingAsync(StartLoggingRequest request, CancellationToken cancellationToken = default) =>
        Send<StartLoggingResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<StopLoggingResponse> StopLoggingAsync(StopLoggingRequest request, CancellationToken cancellationToken = default) =>
        Send<StopLoggingResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Task<UpdateTrailResponse> UpdateTrailAsync(UpdateTrailRequest request, CancellationToken cancellationToken = default) =>
        Send<UpdateTrailResponse>(request, cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => JsonService.Customize(pipeline);

    private Task<TResponse> Send<TResponse>(AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Service.Answering<TResponse>(), cancellationToken);
}
