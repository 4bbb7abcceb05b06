using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>A view of one statement: reads from the JSON that it stands on, which <see cref="PolicySyntax"/> has checked.</summary>
internal sealed class Statement(int index, JsonObject json)
{
    /// <summary>The position in the policy, from 0.</summary>
    internal int Index { get; } = index;

    /// <summary>The JSON that this is a view of.</summary>
    internal JsonObject Json { get; } = json;

    /// <summary>The statement's id, if it has one. Not a key: real policies carry duplicates.</summary>
    internal string? Sid => Json[nameof(Sid)] is { } sid ? Text(sid) : null;

    /// <summary>How messages name the statement.</summary>
    internal string Label => Name(Index, Sid);

    internal bool Allows => Text(Json["Effect"]!) == "Allow";

    internal Selection<string> Actions => Select("Action", "NotAction", Texts);

    internal Selection<string> Resources => Select("Resource", "NotResource", Texts);

    internal Selection<Principal> Principals => Select("Principal", "NotPrincipal", ReadPrincipals);

    internal IReadOnlyList<Condition> Conditions =>
    [
        .. from comparison in Json["Condition"]?.AsObject() ?? []
           from key in comparison.Value!.AsObject()
           select new Condition(comparison.Key, key.Key, Texts(key.Value!)),
    ];

    /// <summary>How messages name a statement: by its index, as in <c>$policy.Statement[0]</c>, and its id.</summary>
    internal static string Name(int index, string? sid) =>
        string.IsNullOrEmpty(sid) ? $"Statement[{index}]" : $"Statement[{index}] (Sid {sid})";

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
    private Selection<T> Select<T>(string name, string exceptName, Func<JsonNode, IReadOnlyList<T>> read) =>
        Json[name] is { } node ? new(false, read(node))
            : Json[exceptName] is { } except ? new(true, read(except))
            : new(false, []);
}
