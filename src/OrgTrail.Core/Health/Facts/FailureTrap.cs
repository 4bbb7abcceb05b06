using OrgTrail.Connection;

namespace OrgTrail.Health;

/// <summary>Keeps a failure of a part of the work instead of reporting it: it makes a check unknown, and no error.</summary>
/// <param name="user">Gets all the rest.</param>
internal sealed class FailureTrap(IFeedback user) : IFeedback
{
    /// <summary>The first failure; <see langword="null"/> when there was none.</summary>
    public OrgTrailException? First { get; private set; }

    public void Failure(OrgTrailException exception, object target) => First ??= exception;

    public void Verbose(string message) => user.Verbose(message);

    public void Warning(string message) => user.Warning(message);

    public void Progress(string activity, string status, TimeSpan remaining) => user.Progress(activity, status, remaining);

    public void Progress(string activity, string status, int percent) => user.Progress(activity, status, percent);

    public void ProgressDone(string activity) => user.ProgressDone(activity);
}
