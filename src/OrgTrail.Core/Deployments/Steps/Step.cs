namespace OrgTrail.Deployments;

/// <summary>One thing that a deployment makes right: what is there, what differs, and how the difference goes away.</summary>
/// <param name="id">The step's id.</param>
/// <param name="target">What it concerns.</param>
internal abstract class Step(string id, string target)
{
    /// <summary>The step's id.</summary>
    public string Id { get; } = id;

    /// <summary>What it concerns.</summary>
    public string Target { get; } = target;

    /// <summary>What is there; <see langword="null"/> for nothing.</summary>
    public string? Before { get; init; }

    /// <summary>Each difference, for people; empty when all is right.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Whether it cannot be seen, so that it is left as it is.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Whether there is something to do.</summary>
    public virtual bool IsDue => Changes.Count > 0;

    /// <summary>Makes the changes. Done twice, it comes to the same.</summary>
    public virtual Task ApplyAsync(DeploymentRun run, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The step as the user sees it before anything is done.</summary>
    public DeploymentStep Planned => Ended(IsDue ? StepOutcome.Planned : IsUnknown ? StepOutcome.Unknown : StepOutcome.AlreadyRight);

    /// <summary>The step as the user sees it in the end.</summary>
    public DeploymentStep Ended(StepOutcome outcome, Problem? problem = null) => new()
    {
        StepId = Id,
        Target = Target,
        Outcome = outcome,
        Changes = Changes,
        Before = Before,
        Problem = problem,
    };
}
