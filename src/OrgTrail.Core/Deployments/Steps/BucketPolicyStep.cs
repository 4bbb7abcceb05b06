using OrgTrail.Buckets;

namespace OrgTrail.Deployments;

/// <summary>The bucket policy that lets CloudTrail in; statements of others stay.</summary>
internal sealed class BucketPolicyStep : Step
{
    private readonly string _arn;
    private readonly string? _wanted;

    /// <summary>Compares.</summary>
    public BucketPolicyStep(DeploymentAim aim, BucketPlan plan) : base(StepIds.BucketPolicy, aim.Wanted.S3BucketName)
    {
        _arn = aim.Delivery.BucketArn;
        _wanted = plan.Policy?.Policy;
        IsHidden = plan.Policy is null;
        Before = aim.Facts.Bucket.Policy.Value;
        Changes = plan.Policy?.Changes ?? [];
    }

    /// <inheritdoc/>
    public override Task ApplyAsync(DeploymentRun run, CancellationToken cancellation) => run.CallAsync(
        $"Writing the policy of bucket {Target}",
        calling => LiveBucketPolicy.ReplaceAsync(run.Cloud.Buckets, Target, Before, _wanted!, () => run.BackUp(_arn, Before), calling),
        cancellation);
}
