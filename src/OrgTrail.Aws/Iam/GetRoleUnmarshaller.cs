using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace OrgTrail.Aws.Iam;

/// <summary>Reads the answer, and the errors of IAM's query protocol.</summary>
internal sealed class GetRoleUnmarshaller : XmlResponseUnmarshaller
{
    /// <exception cref="XmlException">The answer is no XML, for example the page of a proxy.</exception>
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input) =>
        new GetRoleResponse { Arn = Member(XElement.Load(input.Stream), "Arn") };

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = Parse(input.Stream);
        return new AmazonServiceException(
            Member(error, "Message") ?? $"IAM answered HTTP {(int)statusCode} without a message.", innerException, ErrorType.Unknown,
            Member(error, "Code"), Member(error, "RequestId") ?? input.ResponseData.GetHeaderValue("x-amzn-requestid"), statusCode);
    }

    private static XElement? Parse(Stream body)
    {
        try
        {
            return XElement.Load(body);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Member(XElement? answer, string name) =>
        answer?.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value is { Length: > 0 } value ? value : null;
}
