using System.Text.Json.Nodes;

namespace OrgTrail.Aws.Tests.Deployments.Faults;

/// <summary>Where two states differ.</summary>
internal static class StateDifference
{
    /// <returns>A line for each value that is not the same in both.</returns>
    public static IEnumerable<string> Between(JsonNode? expected, JsonNode? actual, string path = "$") => (expected, actual) switch
    {
        _ when JsonNode.DeepEquals(expected, actual) => [],
        (JsonObject one, JsonObject other) => one.Select(member => member.Key).Union(other.Select(member => member.Key))
            .SelectMany(name => Between(one[name], other[name], $"{path}.{name}")),
        (JsonArray one, JsonArray other) when one.Count == other.Count => one.Zip(other).SelectMany((pair, index) => Between(pair.First, pair.Second, $"{path}[{index}]")),
        _ => [$"{path}: {expected?.ToJsonString()} <> {actual?.ToJsonString()}"],
    };
}
