using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>AWS JSON 1.1.</summary>
/// <param name="target">What stands before the operation in <c>X-Amz-Target</c>.</param>
internal sealed class JsonProtocol(string target) : WireProtocol
{
    /// <inheritdoc/>
    public override void Write(IRequest request, string operation, Action<IWireWriter> members)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
            members(new JsonWireWriter(json));
        request.Content = body.ToArray();
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Headers["X-Amz-Target"] = target + "." + operation;
    }

    /// <inheritdoc/>
    public override WireValue? Read(byte[] body, string operation)
    {
        // Operations without a result answer with an empty body or with {}.
        if (body.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            return null;
        var reader = new Utf8JsonReader(body);
        var root = JsonElement.ParseValue(ref reader);
        // Throws when anything but blanks follows.
        reader.Read();
        return new JsonWireValue(root);
    }

    /// <inheritdoc/>
    public override ServiceError ReadError(byte[] body, IWebResponseData response, Exception? inner) => ServiceError.Read(body, response, inner);
}
