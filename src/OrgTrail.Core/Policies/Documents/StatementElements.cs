using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>What stands in a statement.</summary>
internal sealed class StatementElements(JsonObject json)
{
    internal string? Sid { get; } = json[nameof(Sid)] is { } sid ? Text(sid) : null;

    internal bool Allows { get; } = Text(json["Effect"]!) == "Allow";

    internal Selection<string> Actions { get; } = Select(json, "Action", "NotAction", Texts);

    internal Selection<string> Resources { get; } = Select(json, "Resource", "NotResource", Texts);

    internal Selection<Principal> Principals { get; } = Select(json, "Principal", "NotPrincipal", ReadPrincipals);

    internal IReadOnlyList<Condition> Conditions { get; } =
    [
        .. from comparison in json["Condition"]?.AsObject() ?? []
           from key in comparison.Value!.AsObject()
           select new Condition(comparison.Key, key.Key, Texts(key.Value!)),
    ];

    internal IReadOnlyList<Glob> ActionPatterns => field ??= [.. Actions.Items.Select(action => Glob.Parse(action, ignoreCase: true))];

    /// <summary>The texts of a scalar or an array of scalars.</summary>
    internal static IReadOnlyList<string> Texts(JsonNode node) =>
        node is JsonArray array ? [.. array.Select(item => Text(item!))] : [Text(node)];

    private static string Text(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => node.ToJsonString(),
    };

    private static IReadOnlyList<Principal> ReadPrincipals(JsonNode node) => node is JsonObject types
        ? [.. from type in types from value in Texts(type.Value!) select new Principal(type.Key, value)]
        : [new Principal(Principal.Anybody, Text(node))];

    // Where both may be missing (see PolicyKind.Key), nothing is meant.
    private static Selection<T> Select<T>(JsonObject json, string name, string exceptName, Func<JsonNode, IReadOnlyList<T>> read) =>
        json[name] is { } node ? new(false, read(node))
            : json[exceptName] is { } except ? new(true, read(except))
            : new(false, []);
}
