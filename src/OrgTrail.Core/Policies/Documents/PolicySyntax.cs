using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>
/// Refuses what cannot be a resource policy (IAM user guide, "Grammar of the IAM JSON policy language"). Unknown
/// elements pass: they are kept as they are.
/// </summary>
internal static class PolicySyntax
{
    /// <summary>Passes on what is a policy.</summary>
    /// <param name="root">The JSON.</param>
    /// <param name="toleratesGaps">Whether a statement may lack Action or Resource; it then has no effect.</param>
    /// <exception cref="OrgTrailException">The JSON is no policy (<c>MalformedPolicy</c>).</exception>
    internal static JsonObject Check(JsonNode? root, bool toleratesGaps)
    {
        if (root is not JsonObject policy)
        {
            throw MalformedPolicy.Because($"it is {Kind(root)}, not an object");
        }

        if ((PolicyFault(policy) ?? Statements(policy).Select((statement, index) => StatementFault(statement, index, toleratesGaps)).FirstOrDefault(fault => fault is not null)) is { } found)
        {
            throw MalformedPolicy.Because(found);
        }

        return policy;
    }

    /// <summary>The statements, whether there is one or an array of them.</summary>
    internal static IEnumerable<JsonNode?> Statements(JsonObject policy) =>
        policy["Statement"] is JsonArray array ? array : Enumerable.Repeat(policy["Statement"], 1);

    private static string? PolicyFault(JsonObject policy) => policy["Statement"] switch
    {
        _ when !IsScalarOrMissing(policy["Version"]) => "Version is not a string",
        JsonArray or JsonObject => null,
        null => "it has no Statement",
        var other => $"Statement is {Kind(other)}, neither an object nor an array",
    };

    private static string? StatementFault(JsonNode? node, int index, bool toleratesGaps)
    {
        if (node is not JsonObject statement)
        {
            return $"Statement[{index}] is {Kind(node)}, not an object";
        }

        return Fault(statement, toleratesGaps) is { } fault ? $"in Statement[{index}], {fault}" : null;
    }

    private static string? Fault(JsonObject statement, bool toleratesGaps)
    {
        if (!IsScalarOrMissing(statement["Sid"]))
        {
            return "Sid is not a string";
        }

        if (statement["Effect"] is not JsonValue effect || !effect.TryGetValue<string>(out var text) || text is not ("Allow" or "Deny"))
        {
            return statement["Effect"] is null ? "Effect is missing" : $"Effect is {statement["Effect"]!.ToJsonString()}, neither \"Allow\" nor \"Deny\"";
        }

        return PairFault(statement, "Principal", "NotPrincipal", PrincipalFault, isOptional: false)
            ?? PairFault(statement, "Action", "NotAction", ListFault, toleratesGaps)
            ?? PairFault(statement, "Resource", "NotResource", ListFault, toleratesGaps)
            ?? ConditionFault(statement);
    }

    private static string? PairFault(JsonObject statement, string name, string exceptName, Func<JsonNode?, string?> fault, bool isOptional)
    {
        var present = new[] { name, exceptName }.Where(statement.ContainsKey).ToArray();
        return present switch
        {
            [] => isOptional ? null : $"{name} is missing",
            [var only] => fault(statement[only]) is { } found ? $"{only} {found}" : null,
            _ => $"{name} and {exceptName} exclude each other",
        };
    }

    private static string? PrincipalFault(JsonNode? node) => node switch
    {
        JsonObject { Count: 0 } => "is empty",
        JsonObject types => types.Select(type => ListFault(type.Value)).FirstOrDefault(fault => fault is not null),
        JsonValue value when value.TryGetValue<string>(out var text) && text == Principal.Anybody => null,
        _ => $"is {Kind(node)}, neither \"*\" nor an object",
    };

    private static string? ListFault(JsonNode? node) => node switch
    {
        JsonArray { Count: 0 } => "is an empty list",
        JsonArray array => array.All(IsScalar) ? null : "has a list item that is not a string",
        _ => IsScalar(node) ? null : $"is {Kind(node)}, neither a string nor a list of strings",
    };

    private static string? ConditionFault(JsonObject statement)
    {
        if (!statement.TryGetPropertyValue("Condition", out var node))
        {
            return null;
        }

        if (node is not JsonObject operators)
        {
            return $"Condition is {Kind(node)}, not an object";
        }

        return operators
            .Select(comparison => comparison.Value is JsonObject keys
                ? keys.Select(key => ConditionValueFault(key.Value) is { } fault ? $"Condition {comparison.Key} {key.Key} {fault}" : null).FirstOrDefault(fault => fault is not null)
                : $"Condition {comparison.Key} is {Kind(comparison.Value)}, not an object")
            .FirstOrDefault(fault => fault is not null);
    }

    // A condition may list no value at all; it then never matches.
    private static string? ConditionValueFault(JsonNode? node) => node is JsonArray { Count: 0 } ? null : ListFault(node);

    private static bool IsScalarOrMissing(JsonNode? node) => node is null || IsScalar(node);

    private static bool IsScalar(JsonNode? node) => node is JsonValue;

    private static string Kind(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "a boolean",
    };
}
