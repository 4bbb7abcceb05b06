using Amazon.CloudTrail.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.CloudTrail;

/// <summary>The client of AWS CloudTrail. Regional: a call goes to the Region of the configuration.</summary>
/// <remarks>
/// Every call throws <see cref="AmazonCloudTrailException"/> for what the service refuses,
/// <see cref="AmazonUnmarshallingException"/> for an answer that cannot be read,
/// <see cref="AmazonClientException"/> for a configuration that cannot work,
/// <see cref="System.Net.Http.HttpRequestException"/> when no answer comes, and
/// <see cref="OperationCanceledException"/> when it was cancelled.
/// </remarks>
public interface IAmazonCloudTrail : IAmazonService, IDisposable
{
    /// <summary>Adds tags to a trail.</summary>
    Task<AddTagsResponse> AddTagsAsync(AddTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates a trail, with its logging off.</summary>
    Task<CreateTrailResponse> CreateTrailAsync(CreateTrailRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a trail.</summary>
    Task<DeleteTrailResponse> DeleteTrailAsync(DeleteTrailRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes the role of delegated administrator from an account.</summary>
    Task<DeregisterOrganizationDelegatedAdminResponse> DeregisterOrganizationDelegatedAdminAsync(DeregisterOrganizationDelegatedAdminRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads the settings of the trails that the Region knows.</summary>
    Task<DescribeTrailsResponse> DescribeTrailsAsync(DescribeTrailsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads what a trail logs.</summary>
    Task<GetEventSelectorsResponse> GetEventSelectorsAsync(GetEventSelectorsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads which insights are logged.</summary>
    Task<GetInsightSelectorsResponse> GetInsightSelectorsAsync(GetInsightSelectorsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads the settings of one trail.</summary>
    Task<GetTrailResponse> GetTrailAsync(GetTrailRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads whether a trail logs and what went wrong last.</summary>
    Task<GetTrailStatusResponse> GetTrailStatusAsync(GetTrailStatusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags of trails.</summary>
    Task<ListTagsResponse> ListTagsAsync(ListTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the trails of all Regions, page by page.</summary>
    Task<ListTrailsResponse> ListTrailsAsync(ListTrailsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Replaces what a trail logs.</summary>
    Task<PutEventSelectorsResponse> PutEventSelectorsAsync(PutEventSelectorsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Replaces the insights that are logged.</summary>
    Task<PutInsightSelectorsResponse> PutInsightSelectorsAsync(PutInsightSelectorsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Makes a member account a delegated administrator.</summary>
    Task<RegisterOrganizationDelegatedAdminResponse> RegisterOrganizationDelegatedAdminAsync(RegisterOrganizationDelegatedAdminRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes tags from a trail.</summary>
    Task<RemoveTagsResponse> RemoveTagsAsync(RemoveTagsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts the logging of a trail.</summary>
    Task<StartLoggingResponse> StartLoggingAsync(StartLoggingRequest request, CancellationToken cancellationToken = default);

    /// <summary>Stops the logging of a trail.</summary>
    Task<StopLoggingResponse> StopLoggingAsync(StopLoggingRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes a trail.</summary>
    Task<UpdateTrailResponse> UpdateTrailAsync(UpdateTrailRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudTrailConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        var config = clientConfig as AmazonCloudTrailConfig
            ?? throw new AmazonClientException("ClientConfig is not of type AmazonCloudTrailConfig to create AmazonCloudTrailClient");
        return awsCredentials is null ? new AmazonCloudTrailClient(config) : new AmazonCloudTrailClient(awsCredentials, config);
    }
}
