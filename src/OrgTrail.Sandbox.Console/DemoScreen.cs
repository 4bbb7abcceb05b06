using OrgTrail.Connection;

namespace OrgTrail.Sandbox.Commands;

/// <summary>Shows the steps of the demo to a person.</summary>
internal sealed class DemoScreen(TextWriter output) : IFeedback
{
    private int _steps;

    /// <summary>Whether some part of a step failed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Begins a step.</summary>
    public void Step(string title) => output.WriteLine($"{Environment.NewLine}{++_steps,2}. {title}");

    /// <summary>A line of a step.</summary>
    public void Line(string text) => output.WriteLine($"    {text}");

    /// <summary>The last line, below all steps.</summary>
    public void End(string text) => output.WriteLine($"{Environment.NewLine}{text}");

    /// <summary>A step could not be done.</summary>
    public void Failed(Problem problem)
    {
        HasFailed = true;
        Line($"FAILED: {problem}");
        Line(problem.Advice);
    }

    /// <inheritdoc/>
    public void Verbose(string message)
    {
        // Too much for a first look.
    }

    /// <inheritdoc/>
    public void Warning(string message) => Line($"Warning: {message}");

    /// <inheritdoc/>
    public void Failure(OrgTrailException exception, object target) => Failed(exception.Problem);

    /// <inheritdoc/>
    public void Progress(string activity, string status, TimeSpan remaining) => Line($"{activity}: {status}");

    /// <inheritdoc/>
    public void Progress(string activity, string status, int percent)
    {
        // Nothing in the demo takes long enough.
    }

    /// <inheritdoc/>
    public void ProgressDone(string activity) => Line($"{activity}: done");
}
