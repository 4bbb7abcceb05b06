using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>One operation of a service: from its request to HTTP, and from the answer to its response.</summary>
/// <param name="service">The service.</param>
/// <param name="name">The operation's name on the wire.</param>
/// <param name="request">The members that are sent.</param>
/// <param name="response">The members that come back.</param>
internal sealed class Operation<TRequest, TResponse>(Service service, string name, StructureShape<TRequest> request, StructureShape<TResponse> response)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest, new()
    where TResponse : AmazonWebServiceResponse, new()
{
    /// <summary>How the SDK's pipeline calls it.</summary>
    public InvokeOptions Options() => new() { RequestMarshaller = this, ResponseUnmarshaller = new Answer<TResponse>(service, name, response) };

    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var http = new DefaultRequest(input, service.Name) { HttpMethod = "POST", ResourcePath = "/" };
        service.Protocol.Write(http, name, writer => request.Write(writer, (TRequest)input));
        return http;
    }
}
