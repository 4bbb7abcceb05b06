using OrgTrail.Health;
using OrgTrail.Operations;
using OrgTrail.State;

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
            var state = TrailState.Of(CloudState.Of(run.Session, run.Time, run.Feedback, calling), run.Aim.Planned);
            string[] faults = [.. await TrailFaultsAsync(run, state, calling), .. await PolicyFaultsAsync(state)];
            if (faults.Length > 0) throw new OrgTrailException(DeploymentProblems.NotAsWanted(run.Aim.Arn, faults));
        },
        cancellation);

    private static async Task<IReadOnlyList<string>> TrailFaultsAsync(DeploymentRun run, TrailState state, CancellationToken cancellation)
    {
        var trail = run.Trails.GetAsync(run.Address, cancellation);
        var logging = new LoggingCheck().EvaluateAsync(state);
        await Task.WhenAll(trail, logging);
        return
        [
            .. TrailChanges.Between(await trail, run.Aim.ComparableSettings).Contradictions,
            .. (await logging).Verdict == CheckVerdict.Pass ? (string[])[] : [(await logging).Observed],
        ];
    }

    private async Task<IReadOnlyList<string>> PolicyFaultsAsync(TrailState state)
    {
        if (!_seesPolicy) return [];
        var finding = await new BucketPolicyCheck().EvaluateAsync(state);
        return finding is { Blocks: [_, ..] } or { Verdict: CheckVerdict.Unknown } ? [finding.Observed] : [];
    }
}
