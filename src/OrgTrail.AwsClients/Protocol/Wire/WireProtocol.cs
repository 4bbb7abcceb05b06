using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>How requests and answers are written: one of AWS's protocols.</summary>
internal abstract class WireProtocol
{
    /// <summary>Writes the request of an operation.</summary>
    /// <param name="request">Where to.</param>
    /// <param name="operation">The operation's name.</param>
    /// <param name="members">Writes the members, as one structure.</param>
    public abstract void Write(IRequest request, string operation, Action<IWireWriter> members);

    /// <summary>What an answer with a 2xx status holds.</summary>
    /// <param name="body">Its body.</param>
    /// <param name="operation">The operation's name.</param>
    /// <returns>The result; <see langword="null"/> when there is none, as is right for operations that have none.</returns>
    /// <exception cref="System.Text.Json.JsonException">It is no JSON.</exception>
    /// <exception cref="System.Xml.XmlException">It is no XML.</exception>
    /// <exception cref="UnreadableValueException">It is something else than the answer to this operation.</exception>
    public abstract WireValue? Read(byte[] body, string operation);

    /// <summary>What an answer with another status says. Never throws for what the body holds.</summary>
    public abstract ServiceError ReadError(byte[] body, IWebResponseData response, Exception? inner);
}
