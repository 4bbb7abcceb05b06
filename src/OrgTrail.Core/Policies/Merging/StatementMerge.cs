using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>Adds statements that somebody wrote to a policy that is there. Nothing that is there is changed or lost.</summary>
public static class StatementMerge
{
    /// <summary>Adds what the policy lacks: statements which differ from all of its own in more than the order of members.</summary>
    /// <param name="existing">The policy that is there; <see langword="null"/> or blank for none.</param>
    /// <param name="given">The policy whose statements are wanted.</param>
    /// <param name="served">The trails that <paramref name="existing"/> lets in already: statements of ours for them are not added again.</param>
    /// <exception cref="OrgTrailException">One of the texts is not a policy (<c>MalformedPolicy</c>), or larger than a bucket's policy can be (<c>PolicyTooLarge</c>).</exception>
    public static MergeResult AddMissing(string? existing, string given, IReadOnlyList<TrailDelivery> served)
    {
        var policy = PolicyKind.Bucket.Read(existing);
        var changes = new List<string>();
        foreach (var statement in PolicyKind.Bucket.Parse(given, null).Statements)
        {
            if (policy.Statements.Any(present => Includes(present, statement)) || IsFor(served, statement)) continue;
            policy.Append((JsonObject)statement.Json.DeepClone());
            changes.Add($"add {statement.Label}");
        }

        return changes.Count == 0
            ? new(existing ?? policy.Indented, Changed: false, [])
            : new(policy.Indented, Changed: true, changes);
    }

    // The same statement, if perhaps for more trails.
    private static bool Includes(Statement present, Statement given) =>
        JsonNode.DeepEquals(present.Json, given.Json)
        || (given.Allows && SourceArns.AreExtendable(present) && SourceArns.AreExtendable(given)
            && !SourceArns.Of(given).Except(SourceArns.Of(present)).Any()
            && JsonNode.DeepEquals(SourceArns.Without(present), SourceArns.Without(given)));

    // A statement of ours that names any other trail, or none, lets in more than the trails that are served.
    private static bool IsFor(IReadOnlyList<TrailDelivery> served, Statement statement) =>
        !SourceArns.Of(statement).Except(served.Select(delivery => delivery.Trail.ToString())).Any()
        && served.Any(delivery => TrailGrant.For(delivery).Any(grant => ExtendableStatement.IsOwn(statement, grant)));
}
