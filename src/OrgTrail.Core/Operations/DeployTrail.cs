using OrgTrail.Buckets;
using OrgTrail.Connection;
using OrgTrail.Deployments;
using OrgTrail.Problems;
using OrgTrail.State;

namespace OrgTrail.Operations;

/// <summary>
/// Leads an organization, from nothing or from half-done, to a wanted trail: reads everything first, plans, and then makes
/// one step after the other. Whatever ends it, running it again goes on from there.
/// </summary>
/// <param name="session">The connection.</param>
/// <param name="time">The clock of waits for changes to spread.</param>
/// <param name="feedback">Told what the user should know, what is done, and what is waited for.</param>
/// <param name="backups">Where policies are kept before they are replaced; <see langword="null"/> for in the result alone.</param>
public sealed class DeployTrail(CloudSession session, TimeProvider time, IFeedback feedback, BackupFolder? backups)
{
    /// <summary>Whether the trail may move to another bucket or prefix, and bucket settings that somebody chose may change.</summary>
    public bool Force { get; init; }

    /// <summary>Whether a second organization trail may come about.</summary>
    public bool AllowDuplicate { get; init; }

    /// <summary>Reads everything and plans. Nothing is changed.</summary>
    /// <param name="wanted">What is wanted, whose rules were checked before.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>
    /// The plan. Its <see cref="Plan{T}.Current"/> has all steps as planned or right already; its changes are the
    /// differences for people. Applying it never throws for a step that fails: the deployment tells of it.
    /// </returns>
    /// <exception cref="OrgTrailException">Something stands in the way; the problem names all of it.</exception>
    public async Task<Plan<Deployment>> PlanAsync(TrailSpecification wanted, CancellationToken cancellation)
    {
        ProblemList.ThrowIfAny([.. SpecificationRules.PartitionFaults(wanted, session.Cloud.Region)]);
        backups?.RequireUsable();
        var cloud = CloudState.Of(session, time, feedback, cancellation, wanted.HomeRegion);
        var facts = await new DeploymentReader(cloud).ReadAsync(wanted);

        var aim = new DeploymentAim(wanted, facts) { Force = Force, AllowDuplicate = AllowDuplicate };
        var (bucket, key) = (new BucketPlan(aim), new KeyPlan(aim));
        var preflight = await DeploymentPreflight.RunAsync(cloud, aim, bucket, key);
        ProblemList.ThrowIfAny(preflight.Problems);
        if (bucket.Settings?.Include(BucketSetting.AccessLogging) == true)
            await new AccessLogTarget(cloud).RequireAsync(wanted.Bucket.AccessLogging!, aim.Delivery.BucketArn, aim.BucketRegion!);
        foreach (var warning in preflight.Warnings) feedback.Warning(warning);

        var steps = DeploymentPlanner.Steps(aim, bucket, key);
        return new(
            $"{wanted.Name} in {aim.Arn.Region}", "Deploy trail", Changes(steps),
            session.Mark(Result(aim, [.. steps.Select(step => step.Planned)], [])),
            applying => ApplyAsync(steps, Run(aim, preflight), applying));
    }

    private DeploymentRun Run(DeploymentAim aim, DeploymentPreflight preflight) => new(session, aim, time, feedback, backups)
    {
        Fresh = new() { BucketPolicy = preflight.IsBucketPolicySufficient, KeyPolicy = preflight.IsKeyPolicySufficient },
    };

    private async Task<Deployment> ApplyAsync(IReadOnlyList<Step> steps, DeploymentRun run, CancellationToken cancellation)
    {
        var ended = new List<DeploymentStep>();
        var failed = false;
        foreach (var step in steps)
        {
            var outcome = !step.IsDue ? step.Planned
                : failed ? step.Ended(StepOutcome.NotReached)
                : await ApplyAsync(step, run, cancellation);
            failed |= outcome.Outcome == StepOutcome.Failed;
            ended.Add(outcome);
        }

        return session.Mark(Result(run.Aim, ended, run.Backups));
    }

    private async Task<DeploymentStep> ApplyAsync(Step step, DeploymentRun run, CancellationToken cancellation)
    {
        try
        {
            await step.ApplyAsync(run, cancellation);
            feedback.Verbose($"{step.Id} {step.Target}: done.");
            return step.Ended(StepOutcome.Done);
        }
        catch (OrgTrailException failure)
        {
            return step.Ended(StepOutcome.Failed, failure.Problem);
        }
    }

    private static string[] Changes(IReadOnlyList<Step> steps) =>
    [
        .. from step in steps
           where step.Changes.Count > 0
           from line in (string[])[$"{step.Id} {step.Target}", .. step.Changes.Select(change => $"    {change.ReplaceLineEndings("\n    ")}")]
           select line,
    ];

    private static Deployment Result(DeploymentAim aim, IReadOnlyList<DeploymentStep> steps, IReadOnlyList<PolicyBackup> policies) => new()
    {
        Name = aim.Wanted.Name,
        TrailARN = aim.Arn.ToString(),
        HomeRegion = aim.Arn.Region,
        S3BucketName = aim.Wanted.S3BucketName,
        Steps = steps,
        Backups = policies,
    };
}
