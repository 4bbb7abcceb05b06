using OrgTrail.Keys;
using OrgTrail.Policies;

namespace OrgTrail.Deployments;

/// <summary>What becomes of the key's policy.</summary>
internal sealed class KeyPlan
{
    /// <summary>Compares the key with what the trail needs.</summary>
    public KeyPlan(DeploymentAim aim)
    {
        if (aim.Facts.Key is not { } facts) return;
        if (facts.Key.Value is { } key) Problems = KeyRules.Check(key, aim.BucketRegion);
        if (aim.KeyUse is not { } use || !facts.Policy.IsKnown || Problems.Count > 0) return;
        try
        {
            Policy = TrailKeyPolicy.Merge(facts.Policy.Value, [use], readers: null, aim.TrailArns);
            Verdict = KeyPolicyAnalysis.Analyze(Policy.Policy, use);
        }
        catch (OrgTrailException refusal)
        {
            Problems = [refusal.Problem];
        }
    }

    /// <summary>The policy as it shall be; <see langword="null"/> when it cannot be seen, or merged, or no key is asked for.</summary>
    public MergeResult? Policy { get; }

    /// <summary>What CloudTrail may do by that policy.</summary>
    public KeyPolicyVerdict? Verdict { get; }

    /// <summary>What is wrong with the key.</summary>
    public IReadOnlyList<Problem> Problems { get; } = [];
}
