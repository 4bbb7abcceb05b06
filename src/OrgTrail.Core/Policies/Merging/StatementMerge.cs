using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>Adds statements that somebody wrote to a policy that is there. Nothing that is there is changed or lost.</summary>
internal static class StatementMerge
{
    /// <summary>Adds what the policy lacks: statements which differ from all of its own in more than the order of members.</summary>
    /// <param name="existing">The policy that is there; <see langword="null"/> or blank for none.</param>
    /// <param name="given">The policy whose statements are wanted.</param>
    /// <param name="served">The trails that are let in by meaning, before or after: statements of ours for them are not added.</param>
    /// <exception cref="OrgTrailException">One of the texts is not a policy (<c>MalformedPolicy</c>), or larger than a bucket's policy can be (<c>PolicyTooLarge</c>).</exception>
    public static MergeResult AddMissing(string? existing, string given, IReadOnlyList<TrailDelivery> served)
    {
        var wanted = PolicyKind.Bucket.Parse(given, null);
        return PolicyMerge.Run(PolicyKind.Bucket, null, PolicyKind.Bucket.Read(existing), [policy => AddMissing(policy, wanted, served)], _ => []);
    }

    /// <summary>The same for policies that have been read; tells what was added.</summary>
    internal static IEnumerable<string> AddMissing(PolicyDocument policy, PolicyDocument given, IReadOnlyList<TrailDelivery> served)
    {
        string[] arns = [.. served.Select(delivery => delivery.Trail.ToString())];
        foreach (var statement in given.Statements)
        {
            if (policy.Statements.Any(present => Includes(present, statement, arns)) || IsFor(served, arns, statement)) continue;
            policy.Append((JsonObject)statement.Json.DeepClone());
            yield return $"add {statement.Label}";
        }
    }

    // The same statement, if perhaps for more trails, or before a served one joined it.
    private static bool Includes(Statement present, Statement given, string[] served) =>
        JsonNode.DeepEquals(present.Json, given.Json)
        || (given.Allows && SourceArns.AreExtendable(present) && SourceArns.AreExtendable(given)
            && !SourceArns.Of(given).Except(served).Except(SourceArns.Of(present)).Any()
            && JsonNode.DeepEquals(SourceArns.Without(present), SourceArns.Without(given)));

    // A statement of ours that names any other trail, or none, lets in more than the trails that are served.
    private static bool IsFor(IReadOnlyList<TrailDelivery> served, string[] arns, Statement statement) =>
        !SourceArns.Of(statement).Except(arns).Any()
        && served.Any(delivery => TrailGrant.For(delivery).Any(grant => ExtendableStatement.IsOwn(statement, grant)));
}
