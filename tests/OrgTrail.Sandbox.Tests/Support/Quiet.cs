using OrgTrail.Connection;

namespace OrgTrail.Sandbox.Tests;

/// <summary>Nobody listens.</summary>
internal sealed class Quiet : IFeedback
{
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
