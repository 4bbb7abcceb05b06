namespace OrgTrail.Aws.Tests.Pacing;

/// <summary>Time that stands still until it is moved, and knows which waits are under way.</summary>
internal sealed class PacedTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long the waits under way have still to go, the shortest first.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _timers.Select(timer => timer.Due - _now).Order()];

    public override long GetTimestamp() => _now.Ticks;

    public void Advance(TimeSpan time)
    {
        _now += time;
        foreach (var timer in _timers.Where(timer => timer.Due <= _now).ToArray())
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), _now + dueTime);
        _timers.Add(timer);
        return timer;
    }

    private sealed class Timer(PacedTime time, Action callback, TimeSpan due) : ITimer
    {
        public TimeSpan Due { get; } = due;

        public void Fire()
        {
            Dispose();
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => time._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
