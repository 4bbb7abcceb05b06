using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace OrgTrail.Aws.Iam;

/// <summary>
/// The one call of IAM that OrgTrail makes, on the SDK's own pipeline: a whole assembly, AWSSDK.IdentityManagement, would
/// be many megabytes for it.
/// </summary>
/// <param name="credentials">Who signs.</param>
/// <param name="config">Where to, and how.</param>
internal sealed class IamClient(AWSCredentials credentials, IamConfig config) : AmazonServiceClient(credentials, config), IServiceMetadata
{
    public string ServiceId => Config.ServiceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(0);

    protected override IServiceMetadata ServiceMetadata => this;

    /// <summary>GetRole.</summary>
    /// <exception cref="AmazonServiceException">For example code <c>NoSuchEntity</c>: there is no such role.</exception>
    public Task<GetRoleResponse> GetRoleAsync(GetRoleRequest request, CancellationToken cancellation) =>
        InvokeAsync<GetRoleResponse>(request, new InvokeOptions { RequestMarshaller = new GetRoleMarshaller(), ResponseUnmarshaller = new GetRoleUnmarshaller() }, cancellation);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new IamEndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new IamSigning());
    }
}
