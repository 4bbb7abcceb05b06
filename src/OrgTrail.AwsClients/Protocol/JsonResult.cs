using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>Reads the answer to any operation. The content type is not looked at: emulators send JSON as text/html.</summary>
internal sealed class JsonResult<TResponse>(Func<ServiceError, AmazonServiceException> toException) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        var context = (JsonUnmarshallerContext)input;
        var response = Unmarshall(context);
        response.ResponseMetadata = new ResponseMetadata { RequestId = context.ResponseData.GetHeaderValue(ServiceError.RequestIdHeader) };
        return response;
    }

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var body = ReadToEnd(input, out var broken);
        if (broken is not null)
            throw NotReadable(input, body, "The answer broke off.", broken);
        // Operations without a result answer with an empty body or with {}.
        if (body.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            return new TResponse();
        try
        {
            var type = (JsonTypeInfo<TResponse>)WireJson.Options.GetTypeInfo(typeof(TResponse));
            return JsonSerializer.Deserialize(body, type) ?? new TResponse();
        }
        catch (JsonException notJson)
        {
            throw NotReadable(input, body, $"The answer is not the JSON of a {typeof(TResponse).Name}.", notJson);
        }
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        toException(ServiceError.Read(ReadToEnd(input, out _), input.ResponseData, innerException));

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

    private static AmazonUnmarshallingException NotReadable(
        JsonUnmarshallerContext input, byte[] body, string message, Exception cause) =>
        new(input.ResponseData.GetHeaderValue(ServiceError.RequestIdHeader), null, ServiceError.Excerpt(body), message, cause)
        {
            StatusCode = input.ResponseData.StatusCode,
        };
}
