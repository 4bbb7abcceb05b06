using OrgTrail.Buckets;
using OrgTrail.Policies;
using OrgTrail.Problems;

namespace OrgTrail.Deployments;

/// <summary>What becomes of the bucket and its policy.</summary>
internal sealed class BucketPlan
{
    private readonly DeploymentContext _context;
    private readonly List<Problem> _problems = [];

    /// <summary>Compares the bucket with what the trail needs.</summary>
    public BucketPlan(DeploymentContext context)
    {
        _context = context;
        Settings = Try(() => SettingsOf(context));
        if (context.Facts.Bucket.Access == BucketAccess.Absent || IsPolicyVisible(context)) Policy = Try(() => Merge(PolicyKind.Bucket.Read(context.Facts.Bucket.Policy.Value, context.Wanted.S3BucketName)));
        if (Policy is { Changed: true } changed) _problems.AddRange(PublicFaults(changed));
    }

    /// <summary>The changes of the bucket, its policy among them; <see langword="null"/> when nothing is asked of it, or what is asked cannot be.</summary>
    public BucketChanges? Settings { get; }

    /// <summary>The policy as it shall be; <see langword="null"/> when it cannot be seen, or merged.</summary>
    public MergeResult? Policy { get; }

    /// <summary>What is asked for and cannot be.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Does with the policy as it is by now what was planned with the one that was read first.</summary>
    /// <exception cref="OrgTrailException">It cannot be merged any more.</exception>
    public MergeResult MergeInto(PolicyDocument live)
    {
        var merged = Merge(live);
        if (merged.Changed) ProblemList.ThrowIfAny([.. PublicFaults(merged)]);
        return merged;
    }

    // A bucket of the caller's own may hide its policy, too.
    private static bool IsPolicyVisible(DeploymentContext context) => context.Facts.Bucket is { Access: BucketAccess.Own, Policy.IsKnown: true };

    private static BucketChanges? SettingsOf(DeploymentContext context) =>
        context.Wanted.CreateBucket && context.Facts.Bucket.Access is BucketAccess.Absent or BucketAccess.Own
            ? BucketChanges.Between(context.Facts.Bucket, context.BucketSettings)
            : null;

    private MergeResult Merge(PolicyDocument live) => new BucketPolicyMerge(_context.Wanted.S3BucketName)
    {
        SecuredArn = _context.Wanted.CreateBucket ? _context.Delivery.BucketArn : null,
        Deliveries = [_context.Delivery],
        TrailArns = _context.TrailArns,
    }.Into(live);

    private IEnumerable<Problem> PublicFaults(MergeResult merged) =>
        PublicPolicyRule.Faults(_context.Facts.Bucket, Settings?.Include(BucketSetting.PublicAccessBlock) == true, merged.Document!);

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
