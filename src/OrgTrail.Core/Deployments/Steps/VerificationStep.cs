using OrgTrail.Operations;
using OrgTrail.Policies;

namespace OrgTrail.Deployments;

/// <summary>The look back: whether AWS shows what was done. Patient, since CloudTrail and S3 may show for a while what was before.</summary>
internal sealed class VerificationStep : Step
{
    private readonly bool _seesPolicy;

    /// <summary>Is due when something before it is; what was right when it was read needs no second look.</summary>
    public VerificationStep(DeploymentAim aim, BucketPlan plan, bool isDue) : base(StepIds.Verification, aim.Arn.ToString()) =>
        (IsDue, _seesPolicy) = (isDue, plan.Policy is not null);

    /// <inheritdoc/>
    public override bool IsDue { get; }

    /// <inheritdoc/>
    public override Task ApplyAsync(DeploymentRun run, CancellationToken cancellation) => run.CallAsync(
        $"Verifying trail {run.Aim.Wanted.Name}",
        async calling =>
        {
            string[] faults = [.. await TrailFaultsAsync(run, calling), .. await PolicyFaultsAsync(run, calling)];
            if (faults.Length > 0) throw new OrgTrailException(DeploymentProblems.NotAsWanted(run.Aim.Arn, faults));
        },
        cancellation);

    private static async Task<IReadOnlyList<string>> TrailFaultsAsync(DeploymentRun run, CancellationToken cancellation)
    {
        var trail = run.Trails.GetAsync(run.Address, cancellation);
        var status = run.Trails.GetStatusAsync(run.Aim.Arn, cancellation);
        await Task.WhenAll(trail, status);
        return
        [
            .. TrailChanges.Between(await trail, run.Aim.ComparableSettings).Contradictions,
            .. (await status).IsLogging ? (string[])[] : ["logging: off -> on"],
        ];
    }

    private async Task<IReadOnlyList<string>> PolicyFaultsAsync(DeploymentRun run, CancellationToken cancellation)
    {
        if (!_seesPolicy) return [];
        var aim = run.Aim;
        var policy = await run.Cloud.Buckets.GetPolicyAsync(aim.Wanted.S3BucketName, cancellation);
        var verdict = BucketPolicyAnalysis.Analyze(policy, aim.Delivery, aim.KmsKeyId, aim.Wanted.EnableLogFileValidation, run.Time.GetUtcNow(), isLive: true);
        return verdict.Refuses ? [verdict.ToString()] : [];
    }
}
