using OrgTrail.Policies;
using OrgTrail.Trails;

namespace OrgTrail.Buckets;

/// <summary>Refuses requests without TLS, and lets the trails in. Statements of others keep their values and their order.</summary>
internal static class PolicyChange
{
    internal static void Add(ChangeDraft draft)
    {
        var (name, seen, deliveries) = (draft.Facts.BucketName, draft.Facts.Policy, draft.Wanted.Deliveries);
        if (!draft.CanSee(seen, "The policy", isAskedFor: deliveries.Count > 0)) return;

        var merged = Merge(seen.Value, name, draft.Facts.Region ?? draft.Wanted.Region, deliveries);
        WarnOfDenials(draft, merged.Policy);
        if (!merged.Changed) return;

        RequirePrivate(draft, merged.Policy);
        draft.Add(
            BucketSetting.Policy, $"Policy: {string.Join("; ", merged.Changes)}",
            (buckets, cancellation) => LiveBucketPolicy.ReplaceAsync(buckets, name, seen.Value, merged.Policy, beforeWrite: null, cancellation));
    }

    private static MergeResult Merge(string? existing, string name, string region, IReadOnlyList<TrailDelivery> deliveries)
    {
        var closed = TransportDenial.Merge(existing, $"arn:{Partition.OfRegion(region)}:s3:::{name}");
        if (deliveries.Count > 0)
        {
            var open = TrailBucketPolicy.Merge(closed.Policy, deliveries);
            return new(open.Policy, closed.Changed || open.Changed, [.. closed.Changes, .. open.Changes]);
        }

        PolicyKind.Bucket.RequireFits(PolicyDocument.Parse(closed.Policy), name);
        return closed;
    }

    private static void WarnOfDenials(ChangeDraft draft, string policy)
    {
        foreach (var delivery in draft.Wanted.Deliveries)
        {
            var verdict = BucketPolicyAnalysis.Analyze(policy, delivery);
            if (verdict.Refuses) draft.Warn($"{verdict} What others wrote stays as it is: change it by hand, or use another bucket.");
        }
    }

    // S3 would refuse the policy, with half of the work done.
    private static void RequirePrivate(ChangeDraft draft, string policy)
    {
        var blocks = draft.Changes.Any(change => change.Setting == BucketSetting.PublicAccessBlock)
            || draft.Facts.PublicAccessBlock.Value is { BlockPublicPolicy: true };
        if (!blocks || PolicyDocument.Parse(policy).Statements.FirstOrDefault(IsPublic) is not { } statement) return;
        throw new OrgTrailException(new Problem(
            "PublicPolicyBlocked",
            ProblemKind.InvalidState,
            $"{statement.Label} of the policy of bucket {draft.Facts.BucketName} lets everybody in, and S3 takes no such policy where public access is blocked.",
            "Limit or remove the statement, since audit logs are nobody's but yours, or choose another bucket."));
    }

    // S3 user guide, "Blocking public access", "The meaning of public": conditions may limit it, so only what has none is certain.
    private static bool IsPublic(Statement statement) =>
        statement.Allows && statement.Conditions.Count == 0
        && (statement.Principals.Except || statement.Principals.Items.Any(PrincipalMatch.IsAnybody));
}
