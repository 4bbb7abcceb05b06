using OrgTrail.Connection;

namespace OrgTrail;

/// <summary>What <c>Deploy-OrgTrail</c> found and did. It stands for its trail in a pipeline.</summary>
public sealed class Deployment : CloudObject
{
    /// <summary>The trail's name.</summary>
    public required string Name { get; init; }

    /// <summary>The trail's ARN.</summary>
    public required string TrailARN { get; init; }

    /// <summary>The trail's home Region.</summary>
    public required string HomeRegion { get; init; }

    /// <summary>The bucket that log files are delivered to.</summary>
    public required string S3BucketName { get; init; }

    /// <summary>Whether the wanted state is reached, as far as it can be seen: every step is done or was right already.</summary>
    public bool Succeeded => Steps.All(step => step.Outcome is StepOutcome.AlreadyRight or StepOutcome.Unknown or StepOutcome.Done);

    /// <summary>Whether anything had, or has, to be changed.</summary>
    public bool Changed => Steps.Any(step => step.Outcome is not (StepOutcome.AlreadyRight or StepOutcome.Unknown));

    /// <summary>The steps, in the order in which they are done.</summary>
    public required IReadOnlyList<DeploymentStep> Steps { get; init => field = value.ToArray(); }

    /// <summary>The policies that were replaced, as they were.</summary>
    public IReadOnlyList<PolicyBackup> Backups { get; init => field = value.ToArray(); } = [];

    /// <summary>The trail's ARN.</summary>
    public override string ToString() => TrailARN;
}
