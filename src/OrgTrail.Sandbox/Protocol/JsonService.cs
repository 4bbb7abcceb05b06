using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Http;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Protocol;

/// <summary>A service of the protocols <c>application/x-amz-json-1.0</c> and <c>1.1</c>: one operation, one handler.</summary>
/// <param name="signingName">The signing name.</param>
/// <param name="state">What handlers read and change; they run one at a time, under its gate.</param>
/// <param name="operations">The handlers by operation. A handler's <see langword="null"/> is an empty answer.</param>
public abstract class JsonService(
    string signingName, SandboxState state, IReadOnlyDictionary<string, Func<ServiceCall, JsonObject, JsonObject?>> operations) : IService
{
    private const string ContentType = "application/x-amz-json-1.1";

    /// <inheritdoc/>
    public string SigningName { get; } = signingName;

    /// <summary>The operations that it offers.</summary>
    internal IEnumerable<string> OperationNames => operations.Keys;

    /// <inheritdoc/>
    public HttpResponse Answer(ServiceCall serviceCall)
    {
        var body = Read(serviceCall);
        if (!operations.TryGetValue(serviceCall.Operation, out var handler)) throw RequestMembers.NotImplemented(serviceCall.Operation);
        RequestMembers.Require(serviceCall, body.Where(member => member.Value is not null).Select(member => member.Key));
        lock (state.Gate)
            return HttpResponse.Text(200, ContentType, handler(serviceCall, body)?.ToJsonString() ?? "{}");
    }

    /// <inheritdoc/>
    public virtual HttpResponse Refuse(ServiceCall serviceCall, AwsErrorException refusal)
    {
        var body = (JsonObject)refusal.Members.DeepClone();
        body["__type"] = refusal.Code;
        body["Message"] = refusal.Message;
        return HttpResponse.Text(refusal.Status, ContentType, body.ToJsonString()).With("x-amzn-ErrorType", refusal.Code);
    }

    private static JsonObject Read(ServiceCall call)
    {
        if (call.Http.Body.IsEmpty) return [];
        try
        {
            var body = JsonNode.Parse(call.Http.Body.Span) as JsonObject ?? throw Malformed();
            Unfold(body);
            return body;
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or InvalidOperationException)
        {
            throw Malformed();
        }
    }

    // The parser leaves two faults for later: members of the same name, and texts with half a surrogate pair.
    private static void Unfold(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, value) in members) Unfold(value);
                break;
            case JsonArray items:
                foreach (var item in items) Unfold(item);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                value.GetValue<string>();
                break;
        }
    }

    private static AwsErrorException Malformed() => new("SerializationException", "The body is not a JSON object.");
}
