using OrgTrail.Connection;

namespace OrgTrail.Core.Tests.Doubles;

/// <summary>Keeps what an operation tells its user.</summary>
internal sealed class RecordedFeedback : IFeedback
{
    public List<string> Warnings { get; } = [];

    public List<string> Details { get; } = [];

    public List<OrgTrailException> Failures { get; } = [];

    public List<string> Waits { get; } = [];

    public void Verbose(string message) => Details.Add(message);

    public void Warning(string message) => Warnings.Add(message);

    public void Failure(OrgTrailException exception, object target) => Failures.Add(exception);

    public void Progress(string activity, string status, TimeSpan remaining) => Waits.Add($"{activity}: {status}");

    public void Progress(string activity, string status, int percent) => Waits.Add($"{activity}: {status} ({percent}%)");

    public void ProgressDone(string activity) => Waits.Add($"{activity}: done");
}
