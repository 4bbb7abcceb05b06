using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>Adds statements that somebody wrote to a policy that is there. Nothing that is there is changed or lost.</summary>
public static class StatementMerge
{
    /// <summary>Adds what the policy lacks: statements which differ from all of its own in more than the order of members.</summary>
    /// <param name="existing">The policy that is there; <see langword="null"/> or blank for none.</param>
    /// <param name="given">The policy whose statements are wanted.</param>
    /// <param name="served">The trails that <paramref name="existing"/> lets in already: statements of ours for them are not added again.</param>
    /// <exception cref="OrgTrailException">One of the texts is not a policy (<c>MalformedPolicy</c>).</exception>
    public static MergeResult AddMissing(string? existing, string given, IReadOnlyList<TrailDelivery> served)
    {
        var policy = string.IsNullOrWhiteSpace(existing) ? PolicyDocument.Empty() : PolicyDocument.Parse(existing);
        var changes = new List<string>();
        foreach (var statement in PolicyDocument.Parse(given).Statements)
        {
            if (policy.Statements.Any(present => JsonNode.DeepEquals(present.Json, statement.Json))
                || served.Any(delivery => OwnStatement.Recognize(statement, delivery) is not null)) continue;
            policy.Append((JsonObject)statement.Json.DeepClone());
            changes.Add($"add {statement.Label}");
        }

        return changes.Count == 0
            ? new(existing ?? policy.Indented, Changed: false, [])
            : new(policy.Indented, Changed: true, changes);
    }
}
