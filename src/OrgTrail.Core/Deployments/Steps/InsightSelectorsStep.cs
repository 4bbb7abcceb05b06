using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>Which insights the trail records.</summary>
internal sealed class InsightSelectorsStep : Step
{
    private readonly InsightSelectors _wanted;

    private InsightSelectorsStep(DeploymentContext context, InsightSelectors wanted) : base(StepIds.InsightSelectors, context.Arn.ToString())
    {
        var live = context.Facts.Trail?.InsightSelectors;
        _wanted = wanted;
        Before = live?.ToString();
        Changes = InsightChanges.Between(live ?? new(), wanted).Texts;
    }

    /// <summary>Compares; <see langword="null"/> when nothing is asked of it.</summary>
    public static InsightSelectorsStep? For(DeploymentContext context) => context.Wanted.InsightSelectors is { } wanted ? new(context, wanted) : null;

    /// <inheritdoc/>
    public override Task ApplyAsync(DeploymentRun run, CancellationToken cancellation) => run.CallAsync(
        $"Setting the insight selectors of trail {run.Context.Wanted.Name}",
        calling => run.Trails.Selectors.PutInsightsAsync(run.Address, _wanted, calling),
        cancellation);
}
