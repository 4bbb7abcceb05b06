namespace OrgTrail.Deployments;

/// <summary>All features of the organization: they are demanded, never started, since that cannot be taken back.</summary>
internal sealed class AllFeaturesStep(DeploymentContext context) : Step(StepIds.AllFeatures, context.Facts.Organization.Id);
