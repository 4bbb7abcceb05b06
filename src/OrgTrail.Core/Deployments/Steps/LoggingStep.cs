namespace OrgTrail.Deployments;

/// <summary>The logging of the trail, which CreateTrail leaves off.</summary>
internal sealed class LoggingStep : Step
{
    /// <summary>Compares.</summary>
    public LoggingStep(DeploymentAim aim) : base(StepIds.Logging, aim.Arn.ToString())
    {
        Before = aim.Facts.Trail is null ? null : aim.Facts.Trail.IsLogging ? "on" : "off";
        if (aim.Facts.Trail is not { IsLogging: true }) Changes = ["logging starts"];
    }

    /// <inheritdoc/>
    public override Task ApplyAsync(DeploymentRun run, CancellationToken cancellation) => run.CallAsync(
        $"Starting the logging of trail {run.Aim.Wanted.Name}", calling => run.Trails.StartLoggingAsync(run.Address, calling), cancellation);
}
