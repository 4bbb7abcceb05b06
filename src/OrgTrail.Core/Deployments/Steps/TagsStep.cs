using OrgTrail.Operations;

namespace OrgTrail.Deployments;

/// <summary>The tags of a trail that is there. Tags that are not mentioned stay.</summary>
internal sealed class TagsStep : Step
{
    private readonly TagChanges _changes;

    private TagsStep(DeploymentAim aim, IReadOnlyDictionary<string, string> live, IReadOnlyDictionary<string, string> wanted)
        : base(StepIds.Tags, aim.Arn.ToString())
    {
        _changes = TagChanges.Between(live, wanted);
        Before = string.Join(", ", live.Select(tag => $"{tag.Key}={tag.Value}"));
        Changes = _changes.Texts;
    }

    /// <summary>Compares; <see langword="null"/> when nothing is asked of them, and for a new trail, which comes with its tags.</summary>
    public static TagsStep? For(DeploymentAim aim) =>
        aim is { Wanted.Tags: { } wanted, Facts.Trail.Tags: { } live } ? new(aim, live, wanted) : null;

    /// <inheritdoc/>
    public override Task ApplyAsync(DeploymentRun run, CancellationToken cancellation) => run.CallAsync(
        $"Tagging trail {run.Aim.Wanted.Name}", calling => run.Trails.Tags.AddAsync(run.Aim.Arn, _changes.Tags, calling), cancellation);
}
