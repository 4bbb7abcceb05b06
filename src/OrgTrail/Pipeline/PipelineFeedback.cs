using OrgTrail.Connection;

namespace OrgTrail.Pipeline;

/// <summary>Shows what operations tell, as verbose messages, warnings, errors and progress bars.</summary>
/// <param name="send">Has the pipeline thread do something.</param>
internal sealed class PipelineFeedback(Action<Action<ICmdletPipeline>> send) : IFeedback
{
    private static int _lastActivityId;
    private readonly Dictionary<string, int> _activities = [];

    public void Verbose(string message) => send(pipeline => pipeline.WriteVerbose(message));

    public void Warning(string message) => send(pipeline => pipeline.WriteWarning(message));

    public void Failure(OrgTrailException exception, object target)
    {
        var error = ErrorTable.From(exception, target);
        send(pipeline => pipeline.WriteError(error));
    }

    public void Progress(string activity, string status, TimeSpan remaining)
    {
        var bar = new ProgressBar(IdOf(activity), activity, status, remaining);
        send(pipeline => pipeline.WriteProgress(bar));
    }

    public void Progress(string activity, string status, int percent)
    {
        var bar = new ProgressBar(IdOf(activity), activity, status, null) { Percent = percent };
        send(pipeline => pipeline.WriteProgress(bar));
    }

    public void ProgressDone(string activity)
    {
        // PowerShell wants a status even of a bar that vanishes.
        var bar = new ProgressBar(IdOf(activity), activity, activity, null);
        send(pipeline => pipeline.WriteProgress(bar));
    }

    // The cmdlets of a pipeline show their bars at the same time, so ids are unique in the process.
    private int IdOf(string activity)
    {
        lock (_activities)
        {
            if (!_activities.TryGetValue(activity, out var id))
                _activities[activity] = id = Interlocked.Increment(ref _lastActivityId);
            return id;
        }
    }
}
