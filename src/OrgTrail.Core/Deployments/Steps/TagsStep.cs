using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>The tags of a trail that is there. Tags that are not mentioned stay.</summary>
internal sealed class TagsStep : Step
{
    private readonly TagChanges _changes;

    private TagsStep(DeploymentContext context, IReadOnlyDictionary<string, string> live, IReadOnlyDictionary<string, string> wanted)
        : base(StepIds.Tags, context.Arn.ToString())
    {
        _changes = TagChanges.Between(live, wanted);
        Before = string.Join(", ", live.Select(tag => $"{tag.Key}={tag.Value}"));
        Changes = _changes.Texts;
    }

    /// <summary>Compares; <see langword="null"/> when nothing is asked of them, and for a new trail, which comes with its tags.</summary>
    public static TagsStep? For(DeploymentContext context) =>
        context is { Wanted.Tags: { } wanted, Facts.Trail.Tags: { } live } ? new(context, live, wanted) : null;

    /// <inheritdoc/>
    public override Task ApplyAsync(DeploymentRun run, CancellationToken cancellation) => run.CallAsync(
        $"Tagging trail {run.Context.Wanted.Name}", calling => run.Trails.Tags.AddAsync(run.Context.Arn, _changes.Tags, calling), cancellation);
}
