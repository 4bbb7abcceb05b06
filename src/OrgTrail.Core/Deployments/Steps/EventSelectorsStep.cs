using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>What the trail records.</summary>
internal sealed class EventSelectorsStep : Step
{
    private readonly EventSelectors _wanted;

    private EventSelectorsStep(DeploymentContext context, EventSelectors wanted) : base(StepIds.EventSelectors, context.Arn.ToString())
    {
        var live = context.Facts.Trail?.EventSelectors;
        _wanted = wanted;
        Before = live?.ToString();
        Changes = SelectorChanges.Between(live ?? EventSelectors.Default, wanted).Texts;
    }

    /// <summary>Compares; <see langword="null"/> when nothing is asked of it.</summary>
    public static EventSelectorsStep? For(DeploymentContext context) => context.Wanted.EventSelectors is { } wanted ? new(context, wanted) : null;

    /// <inheritdoc/>
    public override Task ApplyAsync(DeploymentRun run, CancellationToken cancellation) => run.CallAsync(
        $"Setting the event selectors of trail {run.Context.Wanted.Name}",
        calling => run.Trails.Selectors.PutEventsAsync(run.Address, _wanted, calling),
        cancellation);
}
