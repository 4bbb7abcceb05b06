using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>Pieces of policies as AWS writes them.</summary>
internal static class PolicyJson
{
    /// <summary>A list of values: a single one stands alone.</summary>
    internal static JsonNode ScalarOrArray(IReadOnlyList<string> values) =>
        values is [var only] ? JsonValue.Create(only) : new JsonArray([.. values.Select(value => (JsonNode)JsonValue.Create(value))]);

    /// <summary>A statement that allows something, its members in AWS's order.</summary>
    /// <param name="sid">Its id, unique in the policy.</param>
    /// <param name="principalType"><c>AWS</c> or <c>Service</c>.</param>
    /// <param name="principals">The principals.</param>
    /// <param name="action">The action.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="conditions">The conditions; those of one operator are taken together.</param>
    internal static JsonObject Allow(
        string sid, string principalType, IReadOnlyList<string> principals, string action, string resource, IEnumerable<Condition> conditions)
    {
        var statement = new JsonObject
        {
            ["Sid"] = sid,
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { [principalType] = ScalarOrArray(principals) },
            ["Action"] = action,
            ["Resource"] = resource,
        };
        var byOperator = conditions.GroupBy(condition => condition.Operator).ToArray();
        if (byOperator.Length > 0)
        {
            statement["Condition"] = Object(byOperator, group => group.Key, group => Object(group, one => one.Key, one => ScalarOrArray(one.Values)));
        }

        return statement;
    }

    private static JsonObject Object<T>(IEnumerable<T> items, Func<T, string> name, Func<T, JsonNode> value) =>
        new(items.Select(item => KeyValuePair.Create(name(item), (JsonNode?)value(item))));
}
