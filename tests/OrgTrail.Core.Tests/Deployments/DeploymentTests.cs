namespace OrgTrail.Core.Tests.Deployments;

public sealed class DeploymentTests
{
    [Theory]
    [InlineData(true, false, StepOutcome.AlreadyRight, StepOutcome.Unknown)]
    [InlineData(true, true, StepOutcome.AlreadyRight, StepOutcome.Done)]
    [InlineData(false, true, StepOutcome.AlreadyRight, StepOutcome.Planned)]
    [InlineData(false, true, StepOutcome.Failed, StepOutcome.NotReached)]
    public void Whether_it_succeeded_and_changed_anything_follows_from_its_steps(bool succeeded, bool changed, params StepOutcome[] outcomes)
    {
        var deployment = new Deployment
        {
            Name = "acme",
            TrailARN = "arn:aws:cloudtrail:us-east-1:111111111111:trail/acme",
            HomeRegion = "us-east-1",
            S3BucketName = "acme-audit",
            Steps = [.. outcomes.Select(outcome => new DeploymentStep { StepId = "Trail", Target = "acme", Outcome = outcome })],
        };

        Assert.Equal(succeeded, deployment.Succeeded);
        Assert.Equal(changed, deployment.Changed);
    }
}
