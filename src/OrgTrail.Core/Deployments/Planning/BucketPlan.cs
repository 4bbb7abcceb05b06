using OrgTrail.Buckets;
using OrgTrail.Policies;
using OrgTrail.Problems;

namespace OrgTrail.Deployments;

/// <summary>What becomes of the bucket and its policy.</summary>
internal sealed class BucketPlan
{
    private readonly DeploymentAim _aim;
    private readonly List<Problem> _problems = [];

    /// <summary>Compares the bucket with what the trail needs.</summary>
    public BucketPlan(DeploymentAim aim)
    {
        _aim = aim;
        Settings = Try(() => SettingsOf(aim));
        if (aim.Facts.Bucket.Access == BucketAccess.Absent || IsPolicyVisible(aim)) Policy = Try(() => Merge(aim.Facts.Bucket.Policy.Value));
        // Where the settings have a policy to write, they have found the same.
        if (Policy is { Changed: true } changed)
            _problems.AddRange(PublicFaults(changed).Except(_problems));
    }

    /// <summary>The changes of the bucket, its policy among them; <see langword="null"/> when nothing is asked of it, or what is asked cannot be.</summary>
    public BucketChanges? Settings { get; }

    /// <summary>The policy as it shall be; <see langword="null"/> when it cannot be seen, or merged.</summary>
    public MergeResult? Policy { get; }

    /// <summary>What is asked for and cannot be.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Does with the policy as it is by now what was planned with the one that was read first.</summary>
    /// <exception cref="OrgTrailException">It cannot be merged any more.</exception>
    public MergeResult MergeInto(string? live)
    {
        var merged = Merge(live);
        if (merged.Changed) ProblemList.ThrowIfAny([.. PublicFaults(merged)]);
        return merged;
    }

    // A bucket of the caller's own may hide its policy, too.
    private static bool IsPolicyVisible(DeploymentAim aim) => aim.Facts.Bucket is { Access: BucketAccess.Own, Policy.IsKnown: true };

    private static BucketChanges? SettingsOf(DeploymentAim aim) =>
        aim.Wanted.CreateBucket && aim.Facts.Bucket.Access is BucketAccess.Absent or BucketAccess.Own
            ? BucketChanges.Between(aim.Facts.Bucket, aim.BucketSettings)
            : null;

    private MergeResult Merge(string? live)
    {
        var closed = _aim.Wanted.CreateBucket ? TransportDenial.Merge(live, _aim.Delivery.BucketArn) : new(live ?? "", Changed: false, []);
        var open = TrailBucketPolicy.Merge(closed.Policy, _aim.TrailArns, _aim.Delivery);
        return open with { Changed = closed.Changed || open.Changed, Changes = [.. closed.Changes, .. open.Changes] };
    }

    private IEnumerable<Problem> PublicFaults(MergeResult merged) =>
        PublicPolicyRule.Faults(_aim.Facts.Bucket, Settings?.Include(BucketSetting.PublicAccessBlock) == true, merged.Policy);

    private T? Try<T>(Func<T?> plan)
        where T : class
    {
        try
        {
            return plan();
        }
        catch (OrgTrailException refusal)
        {
            _problems.Add(refusal.Problem);
            return null;
        }
    }
}
