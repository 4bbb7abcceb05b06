namespace OrgTrail.Aws.Tests.Hostile;

/// <summary>Time whose waits are over at once: calls are not held back to keep AWS's pace.</summary>
internal sealed class InstantTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
}
