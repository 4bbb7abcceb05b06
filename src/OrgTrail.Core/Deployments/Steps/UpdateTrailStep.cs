using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>The trail that is there: an account trail becomes the organization's, and settings that differ are changed.</summary>
internal sealed class UpdateTrailStep : Step
{
    private readonly TrailChanges _changes;

    /// <summary>Compares.</summary>
    public UpdateTrailStep(DeploymentContext context, Trail present) : base(StepIds.Trail, present.TrailARN)
    {
        _changes = TrailChanges.Between(present, context.Settings);
        Before = TrailSummary.Line(present);
        Changes = _changes.Texts;
    }

    /// <inheritdoc/>
    public override async Task ApplyAsync(DeploymentRun run, CancellationToken cancellation)
    {
        var before = run.Trail!;
        var answer = await run.CallAsync(
            $"Updating trail {before.Name}", calling => run.Trails.UpdateAsync(run.Address, _changes.Settings, calling), cancellation);
        run.Trail = run.Session.AttachSession(answer.WithSelectorsOf(before));
    }
}
