using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>The trails that a statement lets in: the values of its condition <c>aws:SourceArn</c>.</summary>
internal static class SourceArns
{
    internal const string Key = "aws:SourceArn";

    private static readonly string[] Operators = [TrailGrant.StringEquals, TrailGrant.StringLike, "ArnEquals", "ArnLike"];

    /// <summary>Whether a condition is about the trails.</summary>
    internal static bool IsMeantBy(Condition condition) => string.Equals(condition.Key, Key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a statement names trails in one list that can be extended, or names none.</summary>
    internal static bool AreExtendable(Statement statement) => Named(statement) switch
    {
        [] => true,
        [var only] => Operators.Contains(only.Operator),
        _ => false,
    };

    /// <summary>The trails, as written; empty when the statement lets in every trail.</summary>
    internal static IReadOnlyList<string> Of(Statement statement) => Named(statement) is [var condition] ? condition.Values : [];

    /// <summary>Sets the trails.</summary>
    internal static void Set(Statement statement, IReadOnlyList<string> arns)
    {
        var wanted = Named(statement).SingleOrDefault();
        var condition = Member(statement.Json, "Condition");
        Member(condition, wanted?.Operator ?? TrailGrant.StringEquals)[wanted?.Key ?? Key] = PolicyJson.ScalarOrArray(arns);
    }

    private static Condition[] Named(Statement statement) => [.. statement.Conditions.Where(IsMeantBy)];

    private static JsonObject Member(JsonObject json, string name)
    {
        if (json[name] is not JsonObject member)
        {
            json[name] = member = [];
        }

        return member;
    }
}
