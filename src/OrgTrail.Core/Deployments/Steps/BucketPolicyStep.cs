using OrgTrail.Policies;

namespace OrgTrail.Deployments;

/// <summary>The bucket policy that lets CloudTrail in; statements of others stay.</summary>
internal sealed class BucketPolicyStep : Step
{
    private readonly string _arn;
    private readonly BucketPlan _plan;

    /// <summary>Compares.</summary>
    public BucketPolicyStep(DeploymentAim aim, BucketPlan plan) : base(StepIds.BucketPolicy, aim.Wanted.S3BucketName)
    {
        _arn = aim.Delivery.BucketArn;
        _plan = plan;
        IsUnknown = plan.Policy is null;
        Before = aim.Facts.Bucket.Policy.Value;
        Changes = plan.Policy?.Changes ?? [];
    }

    /// <inheritdoc/>
    public override Task ApplyAsync(DeploymentRun run, CancellationToken cancellation) => run.CallAsync(
        $"Writing the policy of bucket {Target}",
        new PolicyWrite(LivePolicy.Of(run.Cloud.Buckets, Target, _arn), _plan.MergeInto) { BackUp = policy => run.BackUp(_arn, policy) }.ApplyAsync,
        cancellation);
}
