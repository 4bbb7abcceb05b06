namespace OrgTrail.Deployments;

/// <summary>Turns what is wanted and what is there into the steps between them. Nothing is sent.</summary>
internal static class DeploymentPlanner
{
    /// <summary>The steps in the order in which they are to be done: a policy is right before the trail needs it, and logging starts when the trail is complete.</summary>
    /// <remarks>What nothing is asked of has no step.</remarks>
    public static IReadOnlyList<Step> Steps(DeploymentContext context, BucketPlan bucket, KeyPlan key)
    {
        Step[] steps =
        [
            .. ((Step?[])
            [
                new AllFeaturesStep(context),
                new TrustedAccessStep(context),
                new BucketStep(context, bucket),
                new BucketPolicyStep(context, bucket),
                KeyPolicyStep.For(context, key),
                context.Present is { } present ? new UpdateTrailStep(context, present) : new CreateTrailStep(context),
                EventSelectorsStep.For(context),
                InsightSelectorsStep.For(context),
                TagsStep.For(context),
                DelegatedAdministratorsStep.For(context),
                new LoggingStep(context),
            ]).OfType<Step>(),
        ];
        return [.. steps, new VerificationStep(context, bucket, steps.Any(step => step.IsDue))];
    }
}
