using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>The trails that a statement lets in: the values of its condition <c>aws:SourceArn</c>.</summary>
internal static class SourceArns
{
    internal const string Key = "aws:SourceArn";

    // Of these alone one value more lets in one trail more and changes nothing for the others.
    private static readonly string[] Operators = [TrailGrant.StringEquals, TrailGrant.StringLike, "ArnEquals", "ArnLike"];

    /// <summary>Whether a condition is about the trails.</summary>
    internal static bool IsMeantBy(Condition condition) => string.Equals(condition.Key, Key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a statement names trails in one list that can be extended.</summary>
    internal static bool AreExtendable(Statement statement) =>
        Named(statement) is [{ Values.Count: > 0 } only] && Operators.Contains(only.Operator);

    /// <summary>The trails, as written; empty when the statement lets in every trail.</summary>
    internal static IReadOnlyList<string> Of(Statement statement) => Named(statement) is [var condition] ? condition.Values : [];

    /// <summary>Lets in one trail more. All other values stay as they are written, and none comes to stand twice.</summary>
    /// <param name="statement">A statement whose trails are extendable.</param>
    /// <param name="arn">The trail.</param>
    /// <param name="givesWay">Which trails it replaces.</param>
    internal static void Admit(Statement statement, string arn, Predicate<string> givesWay)
    {
        var condition = Named(statement).Single();
        var keys = statement.Json["Condition"]![condition.Operator]!.AsObject();
        var rest = Items(keys[condition.Key]!).Where(item => Statement.Texts(item) is not [var text] || !givesWay(text)).ToArray();
        var isAlone = rest.Length == 0 && keys[condition.Key] is not JsonArray;
        var known = rest.Any(item => Statement.Texts(item) is [var text] && text == arn);
        statement.Edit(_ => keys[condition.Key] = isAlone ? JsonValue.Create(arn) : new JsonArray([.. rest.Select(item => item.DeepClone()), .. known ? [] : (JsonNode[])[JsonValue.Create(arn)]]));
    }

    /// <summary>A statement without the trails that it names, to compare it with others.</summary>
    internal static JsonObject Without(Statement statement)
    {
        var rest = (JsonObject)statement.Json.DeepClone();
        foreach (var condition in Named(statement))
        {
            rest["Condition"]![condition.Operator]![condition.Key] = null;
        }

        return rest;
    }

    private static Condition[] Named(Statement statement) => [.. statement.Conditions.Where(IsMeantBy)];

    private static IEnumerable<JsonNode> Items(JsonNode values) => values is JsonArray array ? array.Select(item => item!) : [values];
}
