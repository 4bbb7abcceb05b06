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

        var arn = $"arn:{Partition.OfRegion(draft.Facts.Region ?? draft.Wanted.Region)}:s3:::{name}";
        var merged = Merge(seen.Value, name, arn, deliveries);
        foreach (var warning in merged.Warnings) draft.Warn(warning);
        if (!merged.Changed) return;

        var willBlock = draft.Changes.Any(change => change.Setting == BucketSetting.PublicAccessBlock);
        RequireClosed(draft.Facts, willBlock, merged);
        PolicyWrite? write = null;
        draft.Add(
            BucketSetting.Policy, $"Policy: {string.Join("; ", merged.Changes)}",
            (buckets, cancellation) => (write ??= new(LivePolicy.Of(buckets, name, arn), MergeAnew)).ApplyAsync(cancellation));

        MergeResult MergeAnew(string? live) => RequireClosed(draft.Facts, willBlock, Merge(live, name, arn, deliveries));
    }

    private static MergeResult RequireClosed(BucketFacts facts, bool willBlock, MergeResult merged)
    {
        if (merged.Changed) ProblemList.ThrowIfAny([.. PublicPolicyRule.Faults(facts, willBlock, merged.Policy)]);
        return merged;
    }

    private static MergeResult Merge(string? existing, string name, string arn, IReadOnlyList<TrailDelivery> deliveries)
    {
        var closed = TransportDenial.Merge(existing, arn);
        if (deliveries.Count > 0)
        {
            var open = TrailBucketPolicy.Merge(closed.Policy, deliveries);
            return open with { Changed = closed.Changed || open.Changed, Changes = [.. closed.Changes, .. open.Changes] };
        }

        PolicyKind.Bucket.Parse(closed.Policy, name);
        return closed;
    }
}
