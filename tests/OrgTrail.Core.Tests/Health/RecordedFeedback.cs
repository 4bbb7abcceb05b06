using OrgTrail.Connection;

namespace OrgTrail.Core.Tests.Health;

/// <summary>Keeps how far the work said it has come.</summary>
internal sealed class RecordedFeedback : IFeedback
{
    public List<(string Status, int Percent)> Steps { get; } = [];

    public int Done { get; private set; }

    public void Verbose(string message)
    {
    }

    public void Warning(string message)
    {
    }

    public void Failure(OrgTrailException exception, object target) => throw new InvalidOperationException("A check reports what fails as its verdict.", exception);

    public void Progress(string activity, string status, TimeSpan remaining)
    {
    }

    public void Progress(string activity, string status, int percent) => Steps.Add((status, percent));

    public void ProgressDone(string activity) => Done++;
}
