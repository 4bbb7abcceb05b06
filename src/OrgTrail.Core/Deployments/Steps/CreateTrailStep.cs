using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>The trail, when there is none yet. It comes with its tags.</summary>
internal sealed class CreateTrailStep : Step
{
    private readonly TrailSettings _settings;

    /// <summary>Lists what is created.</summary>
    public CreateTrailStep(DeploymentAim aim) : base(StepIds.Trail, aim.Arn.ToString())
    {
        _settings = aim.Settings.WithoutRemovals();
        Changes = [$"create {TrailSummary.Lines(_settings)[0]}", .. TrailSummary.Lines(_settings).Skip(1), .. Tags(_settings)];
    }

    /// <inheritdoc/>
    public override async Task ApplyAsync(DeploymentRun run, CancellationToken cancellation)
    {
        var trail = await CreateAsync(run, cancellation);
        // For its owner a trail's name means this trail; a delegated administrator needs the ARN.
        if (run.Aim.Facts.CallerAccountId == run.Aim.Arn.AccountId) trail.ProvenName = trail.Name;
        run.Trail = trail;
        run.Fresh.Trail = true;
    }

    private static IEnumerable<string> Tags(TrailSettings settings) => settings.Tags?.Select(tag => $"tag {tag.Key}: {tag.Value}") ?? [];

    private async Task<Trail> CreateAsync(DeploymentRun run, CancellationToken cancellation)
    {
        var creation = new TrailCreation(run.Session, run.Time, run.Feedback) { HomeRegion = run.Aim.Arn.Region, Settings = _settings, Fresh = run.Fresh, Adopts = true };
        try
        {
            return await creation.RunAsync(cancellation);
        }
        catch (OrgTrailException refusal) when (refusal.Problem.Id == ProblemIds.TrailAlreadyExists && creation.Other is null && !run.Aim.Facts.IsManagement)
        {
            throw new OrgTrailException(DeploymentProblems.NameTaken(run.Aim.Arn, refusal.Problem), refusal);
        }
    }
}
