using OrgTrail.Buckets;
using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>The bucket and its settings, without its policy.</summary>
internal sealed class BucketStep : Step
{
    private readonly BucketChanges? _changes;

    /// <summary>Compares.</summary>
    public BucketStep(DeploymentAim aim, BucketPlan plan) : base(StepIds.Bucket, aim.Wanted.S3BucketName)
    {
        var bucket = aim.Facts.Bucket;
        _changes = plan.Settings?.Except(BucketSetting.Policy);
        Changes = [.. _changes?.Items.Select(change => change.Text) ?? []];
        IsUnknown = bucket.Access == BucketAccess.Hidden;
        Before = bucket.Region is null ? null : $"in {bucket.Region}{(bucket.Access == BucketAccess.Foreign ? ", of another account" : "")}";
    }

    /// <inheritdoc/>
    public override async Task ApplyAsync(DeploymentRun run, CancellationToken cancellation)
    {
        await new PrepareBucket(run.Session, run.Time, run.Feedback).ApplyAsync(Target, _changes!, cancellation);
        run.Fresh.Bucket = _changes!.Include(BucketSetting.Bucket);
    }
}
