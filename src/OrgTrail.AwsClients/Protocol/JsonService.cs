using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>
/// One service that speaks AWS JSON 1.1: turns its requests into HTTP, and its answers into responses or exceptions.
/// </summary>
/// <param name="serviceId">The service's ID, which also names its endpoint variables.</param>
/// <param name="targetPrefix">What stands before the operation in <c>X-Amz-Target</c>.</param>
/// <param name="toException">The table from error codes to the service's exceptions.</param>
internal sealed class JsonService(
    string serviceId, string targetPrefix, Func<ServiceError, AmazonServiceException> toException)
    : IMarshaller<IRequest, AmazonWebServiceRequest>, IServiceMetadata
{
    private const string RequestSuffix = "Request";

    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(0);

    /// <summary>How to send a request whose answer is a <typeparamref name="TResponse"/>.</summary>
    public InvokeOptions Answering<TResponse>()
        where TResponse : AmazonWebServiceResponse, new() =>
        new() { RequestMarshaller = this, ResponseUnmarshaller = new JsonResult<TResponse>(toException) };

    /// <summary>The operation is the name of the request's type without "Request".</summary>
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var type = input.GetType();
        var request = new DefaultRequest(input, "Amazon." + serviceId)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = JsonSerializer.SerializeToUtf8Bytes(input, WireJson.Options.GetTypeInfo(type)),
        };
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Headers["X-Amz-Target"] = targetPrefix + "." + type.Name[..^RequestSuffix.Length];
        return request;
    }

    /// <summary>Gives a client's pipeline this service's endpoints, SigV4, and the throttling codes Core does not know.</summary>
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
        foreach (var handler in pipeline.EnumerateHandlers().OfType<RetryHandler>())
            // botocore's standard mode (retries/standard.py) retries one code more than Core does.
            handler.RetryPolicy.ThrottlingErrorCodes.Add("EC2ThrottledException");
    }
}
