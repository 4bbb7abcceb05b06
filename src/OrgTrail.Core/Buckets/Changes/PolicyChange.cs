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
        if (draft.Wanted.LeavesPolicy || !draft.CanSee(seen, "The policy", isAskedFor: deliveries.Count > 0)) return;

        var arn = Arn.OfBucket(Partition.OfRegion(draft.Facts.Region ?? draft.Wanted.Region), name).ToString();
        var merge = new BucketPolicyMerge(name) { SecuredArn = arn, Deliveries = deliveries };
        var merged = merge.Into(PolicyKind.Bucket.Read(seen.Value, name));
        foreach (var warning in merged.Warnings) draft.Warn(warning);
        if (!merged.Changed) return;

        var willBlock = draft.Changes.Any(change => change.Setting == BucketSetting.PublicAccessBlock);
        RequireClosed(draft.Facts, willBlock, merged);
        PolicyWrite? write = null;
        draft.Add(
            BucketSetting.Policy, $"Policy: {string.Join("; ", merged.Changes)}",
            (buckets, cancellation) => (write ??= new(LivePolicy.Of(buckets, name, arn), MergeAnew)).ApplyAsync(cancellation));

        MergeResult MergeAnew(PolicyDocument live) => RequireClosed(draft.Facts, willBlock, merge.Into(live));
    }

    private static MergeResult RequireClosed(BucketFacts facts, bool willBlock, MergeResult merged)
    {
        if (merged.Changed) ProblemList.ThrowIfAny([.. PublicPolicyRule.Faults(facts, willBlock, merged.Document!)]);
        return merged;
    }
}
