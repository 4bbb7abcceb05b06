using System.Net;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>
/// Reads the answer to an operation. The SDK has a context for JSON and one for XML; all that is asked of it here is the
/// stream, so that one serves both. The content type is not looked at: emulators send JSON as text/html.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="operation">The operation's name on the wire.</param>
/// <param name="shape">The members of the response.</param>
internal sealed class Answer<TResponse>(Service service, string operation, StructureShape<TResponse> shape) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        var context = (JsonUnmarshallerContext)input;
        var response = Unmarshall(context);
        response.ResponseMetadata = new ResponseMetadata { RequestId = context.ResponseData.GetHeaderValue(ServiceError.RequestIdHeader) };
        return response;
    }

    /// <inheritdoc/>
    /// <exception cref="AmazonUnmarshallingException">It broke off, which the SDK takes for a passing trouble of the network.</exception>
    /// <exception cref="UnusableAnswerException">It is whole, and none to this operation.</exception>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var body = ReadToEnd(input, out var broken);
        if (broken is not null)
            throw Unreadable(input, body, "The answer broke off.", broken);
        try
        {
            return shape.ReadAny(service.Protocol.Read(body, operation));
        }
        catch (Exception wrong) when (wrong is JsonException or XmlException or UnreadableValueException)
        {
            throw new UnusableAnswerException(Unreadable(input, body, $"The answer is not that of {operation}, a {typeof(TResponse).Name}: {wrong.Message}", wrong));
        }
    }

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        service.ToException(service.Protocol.ReadError(ReadToEnd(input, out _), input.ResponseData, innerException));

    private static byte[] ReadToEnd(JsonUnmarshallerContext input, out IOException? broken)
    {
        broken = null;
        using var body = new MemoryStream();
        try
        {
            input.Stream.CopyTo(body);
        }
        catch (IOException e)
        {
            broken = e;
        }

        return body.ToArray();
    }

    private static AmazonUnmarshallingException Unreadable(JsonUnmarshallerContext input, byte[] body, string message, Exception cause) =>
        new(input.ResponseData.GetHeaderValue(ServiceError.RequestIdHeader), null, ServiceError.Excerpt(body), message, cause)
        {
            StatusCode = input.ResponseData.StatusCode,
        };
}
