using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>
/// What a policy says, whatever its spelling: AWS gives a policy back with other blanks than it was sent with, and KMS with
/// its members in another order.
/// </summary>
internal sealed class PolicyContent
{
    private readonly string _text;
    private readonly Dictionary<string, int> _counts;

    private PolicyContent(string text, IReadOnlyList<(string Text, string Label)> statements)
    {
        _text = text;
        Statements = statements;
        _counts = statements.GroupBy(statement => statement.Text).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
    }

    /// <summary>Each statement, and how messages name it.</summary>
    public IReadOnlyList<(string Text, string Label)> Statements { get; }

    /// <summary>What a policy says as it is now; a later change of the document is not followed.</summary>
    public static PolicyContent Of(PolicyDocument policy) =>
        new(Normal(policy.Json), [.. policy.Statements.Select(statement => (Normal(statement.Json), statement.Label))]);

    /// <summary>Whether another policy says the same.</summary>
    public bool Says(PolicyContent other) => _text == other._text;

    /// <summary>The statements that another policy lacks; one that stands here twice must stand there twice.</summary>
    public IEnumerable<(string Text, string Label)> Without(PolicyContent other)
    {
        var left = new Dictionary<string, int>(other._counts, StringComparer.Ordinal);
        foreach (var statement in Statements)
            if (left.TryGetValue(statement.Text, out var count) && count > 0) left[statement.Text] = count - 1;
            else yield return statement;
    }

    // Members and lists of words in one order, and a list of one as its item, which all mean the same in a policy.
    private static string Normal(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{JsonValue.Create(member.Key).ToJsonString()}:{Normal(member.Value)}"))}}}",
        JsonArray { Count: 1 } only => Normal(only[0]),
        JsonArray items when items.All(item => item is JsonValue) => $"[{string.Join(',', items.Select(Normal).Order(StringComparer.Ordinal))}]",
        JsonArray items => $"[{string.Join(',', items.Select(Normal))}]",
        null => "null",
        _ => node.ToJsonString(),
    };
}
