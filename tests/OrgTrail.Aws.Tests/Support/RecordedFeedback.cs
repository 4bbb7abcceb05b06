using OrgTrail.Connection;

namespace OrgTrail.Aws.Tests.Support;

/// <summary>Keeps what the user would read.</summary>
internal sealed class RecordedFeedback : IFeedback
{
    private readonly List<string> _lines = [];

    public string Text => string.Join("\n", _lines);

    public void Verbose(string message) => _lines.Add(message);

    public void Warning(string message) => _lines.Add(message);

    public void Failure(OrgTrailException exception, object target) => _lines.Add(exception.ToString());

    public void Progress(string activity, string status, TimeSpan remaining) => _lines.Add($"{activity} {status}");

    public void Progress(string activity, string status, int percent) => _lines.Add($"{activity} {status}");

    public void ProgressDone(string activity) => _lines.Add(activity);
}
