using OrgTrail.Policies;
using OrgTrail.Problems;
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
        foreach (var warning in merged.Warnings) draft.Warn(warning);
        if (!merged.Changed) return;

        ProblemList.ThrowIfAny([.. PublicPolicyRule.Faults(draft.Facts, draft.Changes.Any(change => change.Setting == BucketSetting.PublicAccessBlock), merged.Policy)]);
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
            return open with { Changed = closed.Changed || open.Changed, Changes = [.. closed.Changes, .. open.Changes] };
        }

        PolicyKind.Bucket.Parse(closed.Policy, name);
        return closed;
    }
}
