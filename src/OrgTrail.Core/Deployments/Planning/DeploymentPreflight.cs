using OrgTrail.Health;
using OrgTrail.State;

namespace OrgTrail.Deployments;

/// <summary>All that stands in the way of a deployment, so that it is said at once and before anything is changed, and what else the user should know.</summary>
/// <param name="Problems">What stands in the way; none when the deployment can go ahead.</param>
/// <param name="Warnings">What the user should know, a sentence or two each.</param>
internal sealed record DeploymentPreflight(IReadOnlyList<Problem> Problems, IReadOnlyList<string> Warnings)
{
    /// <summary>Whether the policy that the bucket will have lets CloudTrail in for certain.</summary>
    public required bool IsBucketPolicySufficient { get; init; }

    /// <summary>Whether the policy that the key will have lets CloudTrail in for certain.</summary>
    public required bool IsKeyPolicySufficient { get; init; }

    /// <summary>Makes the checks of the trail as it will be, and looks for what contradicts the plan.</summary>
    /// <param name="cloud">What is around the trail.</param>
    /// <param name="aim">What is wanted and what is there.</param>
    /// <param name="bucket">What becomes of the bucket.</param>
    /// <param name="key">What becomes of the key.</param>
    public static async Task<DeploymentPreflight> RunAsync(CloudState cloud, DeploymentAim aim, BucketPlan bucket, KeyPlan key)
    {
        var planned = PlannedState.Of(cloud, aim, bucket, key);
        var checks = await Preflight.RunAsync(planned, aim.Present is null ? AskedBefore.Creation : AskedBefore.Update);
        var duplicates = await new DuplicateTrailsCheck().EvaluateAsync(planned);
        var mayDuplicate = aim.AllowDuplicate || aim.Present?.IsOrganizationTrail == true;
        return new(
            ProblemsOf(aim, bucket, key, checks, mayDuplicate ? [] : duplicates.Blocks),
            [.. checks.Warnings, .. mayDuplicate && duplicates.Warning is { } warning ? (string[])[warning] : [], .. PlanWarnings.Of(aim, bucket, key)])
        {
            IsBucketPolicySufficient = checks.Of<BucketPolicyCheck>() is { Blocks: [], Warning: null },
            IsKeyPolicySufficient = checks.Of<KeyPolicyCheck>() is { Blocks: [], Warning: null },
        };
    }

    private static Problem[] ProblemsOf(DeploymentAim aim, BucketPlan bucket, KeyPlan key, Preflight checks, IReadOnlyList<Problem> duplicates)
    {
        // To who may not deploy at all, everything else looks wrong, too.
        Problem[] caller = [.. checks.Of<CallerRoleCheck>().Blocks, .. checks.Of<AllFeaturesCheck>().Blocks];
        if (caller.Length > 0) return caller;
        Problem[] all =
        [
            .. checks.Of<TrustedAccessCheck>().Blocks,
            .. AdministratorConflicts.Of(aim),
            // Of Control Tower's own trail nothing else is to be said.
            .. TrailConflicts.Of(aim),
            .. aim.Wanted.Name == Trails.ControlTower.TrailName ? [] : duplicates,
            .. BucketConflicts.Of(aim, bucket),
            .. key.Problems,
            .. checks.Problems,
        ];
        return [.. all.Distinct()];
    }
}
