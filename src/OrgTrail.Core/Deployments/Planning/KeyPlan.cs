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
        if (aim.KeyUse is null || aim.Facts.Key is not { Policy: { IsKnown: true, Value: var live } }) return;
        try
        {
            Policy = MergeInto(live);
        }
        catch (OrgTrailException refusal)
        {
            Problems = [refusal.Problem];
        }
    }

    /// <summary>The policy as it shall be; <see langword="null"/> when it cannot be seen, or merged, or the trail shall use no key.</summary>
    public MergeResult? Policy { get; }

    /// <summary>What is asked for and cannot be.</summary>
    public IReadOnlyList<Problem> Problems { get; } = [];

    /// <summary>Does with the policy as it is by now what was planned with the one that was read first.</summary>
    /// <exception cref="OrgTrailException">It cannot be merged any more.</exception>
    public MergeResult MergeInto(string? live) => TrailKeyPolicy.Merge(live, [_aim.KeyUse!], readers: null, _aim.TrailArns);
}
