namespace OrgTrail.Deployments;

/// <summary>The logging of the trail, which CreateTrail leaves off.</summary>
internal sealed class LoggingStep : Step
{
    /// <summary>Compares.</summary>
    public LoggingStep(DeploymentContext context) : base(StepIds.Logging, context.Arn.ToString())
    {
        Before = context.Facts.Trail is null ? null : context.Facts.Trail.IsLogging ? "on" : "off";
        if (context.Facts.Trail is not { IsLogging: true }) Changes = ["logging starts"];
    }

    /// <inheritdoc/>
    public override Task ApplyAsync(DeploymentRun run, CancellationToken cancellation) => run.CallAsync(
        $"Starting the logging of trail {run.Context.Wanted.Name}", calling => run.Trails.StartLoggingAsync(run.Address, calling), cancellation);
}
