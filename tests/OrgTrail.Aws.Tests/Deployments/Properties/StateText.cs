using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>States as texts.</summary>
internal static class StateText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A state, without what is empty, off, or only keeps the sandbox running.</summary>
    public static string Of(SandboxState state)
    {
        var json = JsonSerializer.SerializeToNode(state)!;
        json["CloudTrail"]!["SigningKeys"] = null;
        return Shortened(json)!.ToJsonString(Readable);
    }

    private static JsonNode? Shortened(JsonNode? node) => node switch
    {
        JsonObject members when members.Select(member => (member.Key, Value: Shortened(member.Value))).Where(member => member.Value is not null).ToArray() is { Length: > 0 } kept =>
            new JsonObject(kept.Select(member => KeyValuePair.Create(member.Key, member.Value))),
        JsonObject => null,
        JsonArray items => items.Count == 0 ? null : new JsonArray([.. items.Select(Shortened)]),
        _ when node?.ToJsonString() is null or "\"\"" or "false" or "\"0001-01-01T00:00:00+00:00\"" => null,
        _ => node.DeepClone(),
    };
}
