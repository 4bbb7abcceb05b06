namespace OrgTrail.Deployments;

/// <summary>Turns what is wanted and what is there into the steps between them. Nothing is sent.</summary>
internal static class DeploymentPlanner
{
    /// <summary>The steps in the order in which they are to be done: a policy is right before the trail needs it, and logging starts when the trail is complete.</summary>
    /// <remarks>What nothing is asked of has no step.</remarks>
    public static IReadOnlyList<Step> Steps(DeploymentAim aim, BucketPlan bucket, KeyPlan key)
    {
        Step[] steps =
        [
            .. ((Step?[])
            [
                new AllFeaturesStep(aim),
                new TrustedAccessStep(aim),
                new BucketStep(aim, bucket),
                new BucketPolicyStep(aim, bucket),
                KeyPolicyStep.For(aim, key),
                aim.Present is { } present ? new UpdateTrailStep(aim, present) : new CreateTrailStep(aim),
                EventSelectorsStep.For(aim),
                InsightSelectorsStep.For(aim),
                TagsStep.For(aim),
                DelegatedAdministratorsStep.For(aim),
                new LoggingStep(aim),
            ]).OfType<Step>(),
        ];
        return [.. steps, new VerificationStep(aim, bucket, steps.Any(step => step.IsDue))];
    }
}
