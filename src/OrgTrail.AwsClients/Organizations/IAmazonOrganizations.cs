using Amazon.Organizations.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.Organizations;

/// <summary>The client of AWS Organizations. Global: whatever Region of a partition is configured, calls go to the one Region that serves the partition, and are signed for it.</summary>
/// <remarks>
/// Every call throws <see cref="AmazonOrganizationsException"/> for what the service refuses,
/// <see cref="AmazonUnmarshallingException"/> for an answer that cannot be read,
/// <see cref="AmazonClientException"/> for a configuration that cannot work,
/// <see cref="System.Net.Http.HttpRequestException"/> when no answer comes, and
/// <see cref="OperationCanceledException"/> when it was cancelled.
/// </remarks>
public interface IAmazonOrganizations : IAmazonService, IDisposable
{
    /// <summary>Reads an account of the organization.</summary>
    Task<DescribeAccountResponse> DescribeAccountAsync(DescribeAccountRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads the organization of the caller.</summary>
    Task<DescribeOrganizationResponse> DescribeOrganizationAsync(DescribeOrganizationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes trusted access from a service.</summary>
    Task<DisableAWSServiceAccessResponse> DisableAWSServiceAccessAsync(DisableAWSServiceAccessRequest request, CancellationToken cancellationToken = default);

    /// <summary>Starts the change to all features, which cannot be undone.</summary>
    Task<EnableAllFeaturesResponse> EnableAllFeaturesAsync(EnableAllFeaturesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gives a service trusted access.</summary>
    Task<EnableAWSServiceAccessResponse> EnableAWSServiceAccessAsync(EnableAWSServiceAccessRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the accounts of the organization, page by page.</summary>
    Task<ListAccountsResponse> ListAccountsAsync(ListAccountsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the services with trusted access, page by page.</summary>
    Task<ListAWSServiceAccessForOrganizationResponse> ListAWSServiceAccessForOrganizationAsync(ListAWSServiceAccessForOrganizationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the delegated administrators, page by page.</summary>
    Task<ListDelegatedAdministratorsResponse> ListDelegatedAdministratorsAsync(ListDelegatedAdministratorsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the handshakes of the organization, page by page.</summary>
    Task<ListHandshakesForOrganizationResponse> ListHandshakesForOrganizationAsync(ListHandshakesForOrganizationRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonOrganizationsConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        var config = clientConfig as AmazonOrganizationsConfig
            ?? throw new AmazonClientException("ClientConfig is not of type AmazonOrganizationsConfig to create AmazonOrganizationsClient");
        return awsCredentials is null ? new AmazonOrganizationsClient(config) : new AmazonOrganizationsClient(awsCredentials, config);
    }
}
