namespace OrgTrail.Core.Tests.Doubles;

/// <summary>A clock on which every wait is over at once, and took as long as it was asked to.</summary>
internal sealed class ManualTime : TimeProvider
{
    private TimeSpan _elapsed;

    /// <summary>The waits, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        _elapsed += dueTime;
        return TimeProvider.System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
