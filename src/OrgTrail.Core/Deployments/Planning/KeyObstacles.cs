namespace OrgTrail.Deployments;

/// <summary>What of the key stands in the way.</summary>
internal static class KeyObstacles
{
    /// <summary>A key that there is not, that will not do, or whose policy keeps CloudTrail out.</summary>
    public static IEnumerable<Problem> Of(DeploymentAim aim, KeyPlan plan)
    {
        if (aim.Facts.Key is { Missing: { } missing })
            yield return aim.Wanted.KmsKeyId is { } wanted ? DeploymentProblems.NoKey(missing, wanted, aim.BucketRegion) : DeploymentProblems.KeyGone(missing, aim.Present!);
        foreach (var problem in plan.Problems) yield return problem;
        if (plan.Verdict is { Refuses: true } verdict) yield return DeploymentProblems.KeyPolicyBlocks(verdict);
        else if (plan.Verdict is { Invalid: [_, ..] } invalid) yield return DeploymentProblems.KeyPolicyRefused(invalid);
    }
}
