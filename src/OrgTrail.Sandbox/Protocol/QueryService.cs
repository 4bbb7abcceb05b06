using System.Xml.Linq;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Protocol;

/// <summary>A service of the query protocol: form parameters in, XML out (STS, IAM, SNS).</summary>
/// <param name="signingName">The signing name.</param>
/// <param name="xmlNamespace">The namespace of answers, for example <c>https://sts.amazonaws.com/doc/2011-06-15/</c>.</param>
/// <param name="state">What handlers read and change; they run one at a time, under its gate.</param>
/// <param name="operations">The handlers by operation: the elements within <c>…Result</c>; <see langword="null"/> for none.</param>
public abstract class QueryService(
    string signingName, string xmlNamespace, SandboxState state, IReadOnlyDictionary<string, Func<ServiceCall, IReadOnlyDictionary<string, string>, XElement[]?>> operations) : IService
{
    private const string ContentType = "text/xml";
    private readonly XNamespace _namespace = xmlNamespace;

    /// <inheritdoc/>
    public string SigningName { get; } = signingName;

    /// <summary>The operations that it offers.</summary>
    internal IEnumerable<string> OperationNames => operations.Keys;

    /// <inheritdoc/>
    public HttpResponse Answer(ServiceCall serviceCall)
    {
        var input = FormText.Parse(serviceCall.Http.Body.Span);
        if (!operations.TryGetValue(serviceCall.Operation, out var handler)) throw RequestMembers.NotImplemented(serviceCall.Operation);
        RequestMembers.Require(serviceCall, input.Keys);
        XElement[]? result;
        lock (state.Gate)
            result = handler(serviceCall, input);
        var answer = new XElement(
            _namespace + $"{serviceCall.Operation}Response",
            result is null ? null : new XElement(_namespace + $"{serviceCall.Operation}Result", result.Select(Qualified)),
            Metadata());
        return AwsXml.Answer(200, ContentType, answer);
    }

    /// <inheritdoc/>
    public HttpResponse Refuse(ServiceCall serviceCall, AwsErrorException refusal)
    {
        var answer = new XElement(
            _namespace + "ErrorResponse",
            new XElement(
                _namespace + "Error",
                new XElement(_namespace + "Type", refusal.Status < 500 ? "Sender" : "Receiver"),
                new XElement(_namespace + "Code", refusal.Code),
                new XElement(_namespace + "Message", refusal.Message)),
            new XElement(_namespace + "RequestId", RequestId.New()));
        return AwsXml.Answer(refusal.Status, ContentType, answer);
    }

    private XElement Metadata() =>
        new(_namespace + "ResponseMetadata", new XElement(_namespace + "RequestId", RequestId.New()));

    // Handlers write plain names; the namespace is the protocol's business.
    private XElement Qualified(XElement element) =>
        new(_namespace + element.Name.LocalName, element.Attributes(), element.Nodes().Select(node => node is XElement child ? Qualified(child) : node));
}
