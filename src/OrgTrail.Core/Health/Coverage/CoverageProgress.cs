using OrgTrail.Connection;

namespace OrgTrail.Health;

/// <summary>Shows how much of the coverage has been looked at, once for each percent.</summary>
/// <param name="feedback">Shown the progress.</param>
/// <param name="trail">The trail's name.</param>
internal sealed class CoverageProgress(IFeedback feedback, string trail) : IDisposable
{
    private readonly object _gate = new();
    private readonly string _activity = $"Coverage of {trail}";
    private string _things = "";
    private long _done;
    private long _total;

    /// <summary>Begins to count things of another sort.</summary>
    /// <param name="total">How many there are.</param>
    /// <param name="things">What they are, for people.</param>
    public void Begin(long total, string things)
    {
        lock (_gate) (_done, _total, _things) = (0, total, things);
    }

    /// <summary>One more is done.</summary>
    public void Step()
    {
        lock (_gate)
        {
            var before = 100 * _done / _total;
            if (100 * ++_done / _total is var percent && percent > before)
                feedback.Progress(_activity, FormattableString.Invariant($"{_done:N0} of {_total:N0} {_things}"), (int)percent);
        }
    }

    public void Dispose() => feedback.ProgressDone(_activity);
}
