using OrgTrail.Problems;

namespace OrgTrail;

/// <summary>A step of a deployment: what was, and what was done about it.</summary>
public sealed class DeploymentStep
{
    /// <summary>The step's id, stable: <c>TrustedAccess</c>, <c>Bucket</c>, <c>BucketPolicy</c>, …</summary>
    public required string StepId { get; init; }

    /// <summary>What it concerns: a trail's ARN, a bucket's name, …</summary>
    public required string Target { get; init; }

    /// <summary>What became of it.</summary>
    public required StepOutcome Outcome { get; init; }

    /// <summary>Each single change, for people; empty when all was right already.</summary>
    public IReadOnlyList<string> Changes { get; init => field = value.Select(ShownText.Of).ToArray(); } = [];

    /// <summary>What was there before; <see langword="null"/> when there was nothing.</summary>
    public string? Before { get; init; }

    /// <summary>Why it failed; otherwise <see langword="null"/>.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The step and its outcome.</summary>
    public override string ToString() => $"{StepId}: {Outcome}";
}
