using OrgTrail.Connection;

namespace OrgTrail.Completion;

/// <summary>Tells nobody anything: there is no place for messages while an argument is completed.</summary>
internal sealed class SilentFeedback : IFeedback
{
    internal static SilentFeedback Instance { get; } = new();

    public void Verbose(string message)
    {
    }

    public void Warning(string message)
    {
    }

    public void Failure(OrgTrailException exception, object target)
    {
    }

    public void Progress(string activity, string status, TimeSpan remaining)
    {
    }

    public void Progress(string activity, string status, int percent)
    {
    }

    public void ProgressDone(string activity)
    {
    }
}
