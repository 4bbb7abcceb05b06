using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>AWS Query: parameters out, XML back.</summary>
/// <param name="version">The version of the API.</param>
internal sealed class QueryProtocol(string version) : WireProtocol
{
    // An answer has no document type, and nothing that a document may ask to be fetched or multiplied.
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <inheritdoc/>
    public override void Write(IRequest request, string operation, Action<IWireWriter> members)
    {
        request.Parameters["Action"] = operation;
        request.Parameters["Version"] = version;
        members(new QueryWireWriter(request.Parameters));
    }

    /// <inheritdoc/>
    public override WireValue? Read(byte[] body, string operation)
    {
        var root = Load(body);
        if (root.Name.LocalName != operation + "Response")
            throw new UnreadableValueException($"is {root.Name.LocalName}");
        return root.Elements().FirstOrDefault(element => element.Name.LocalName == operation + "Result") is { } result ? new XmlWireValue(result) : null;
    }

    /// <inheritdoc/>
    public override ServiceError ReadError(byte[] body, IWebResponseData response, Exception? inner)
    {
        XElement? root = null;
        try
        {
            root = Load(body);
        }
        catch (XmlException)
        {
            // The page of a proxy, or half a body: the status says what there is to say.
        }

        return ServiceError.Of(Member(root, "Code"), Member(root, "Message"), body, response, inner);
    }

    private static XElement Load(byte[] body)
    {
        using var stream = new MemoryStream(body, writable: false);
        using var reader = XmlReader.Create(stream, Safe);
        return XElement.Load(reader);
    }

    private static string? Member(XElement? answer, string name) =>
        answer?.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value is { Length: > 0 } value ? value : null;
}
