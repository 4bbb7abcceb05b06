using OrgTrail.Keys;
using OrgTrail.Operations;
using OrgTrail.Policies;

namespace OrgTrail.Deployments;

/// <summary>What becomes of the key's policy.</summary>
internal sealed class KeyPlan
{
    private readonly DeploymentAim _aim;

    /// <summary>Compares the key with what the trail needs.</summary>
    public KeyPlan(DeploymentAim aim)
    {
        _aim = aim;
        if (aim.Facts.Key is not { } facts) return;
        Problems = facts.Key.Value is { } key ? KeyRules.Check(key, aim.BucketRegion) : Elsewhere(aim);
        if (aim.KeyUse is not { } use || !facts.Policy.IsKnown || Problems.Count > 0) return;
        try
        {
            Policy = MergeInto(PolicyKind.Key.Read(facts.Policy.Value, use.Key?.ToString()));
            Verdict = KeyPolicyAnalysis.Analyze(Policy.Document!, use, aim.Now, isLive: !Policy.Changed);
        }
        catch (OrgTrailException refusal)
        {
            Problems = [refusal.Problem];
        }
    }

    /// <summary>The policy as it shall be; <see langword="null"/> when it cannot be seen, or merged, or the trail shall use no key.</summary>
    public MergeResult? Policy { get; }

    /// <summary>What CloudTrail may do by that policy.</summary>
    public KeyPolicyVerdict? Verdict { get; }

    /// <summary>What is wrong with the key.</summary>
    public IReadOnlyList<Problem> Problems { get; } = [];

    /// <summary>Does with the policy as it is by now what was planned with the one that was read first.</summary>
    /// <exception cref="OrgTrailException">It cannot be merged any more.</exception>
    public MergeResult MergeInto(PolicyDocument live) => TrailKeyPolicy.Merge(live, [_aim.KeyUse!], readers: null, _aim.TrailArns);

    // Of a key that cannot be seen, its ARN still tells where it lies.
    private static IReadOnlyList<Problem> Elsewhere(DeploymentAim aim) =>
        aim is { Facts.Key.Missing: null, BucketRegion: { } region, KmsKeyId: { } name } && KeyArn.RegionOf(name) is { } named && named != region
            ? [BucketProblems.KeyElsewhere(name, named, region)]
            : [];
}
