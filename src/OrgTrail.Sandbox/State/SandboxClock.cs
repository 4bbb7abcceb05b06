namespace OrgTrail.Sandbox.State;

/// <summary>The sandbox's time: it runs like the real one, and can be let pass faster.</summary>
/// <param name="real">The real time.</param>
public sealed class SandboxClock(TimeProvider real)
{
    private long _aheadTicks;

    /// <summary>Now, in UTC.</summary>
    public DateTimeOffset Now => real.GetUtcNow() + Ahead;

    /// <summary>How far the sandbox is ahead of the real time.</summary>
    public TimeSpan Ahead
    {
        get => new(Interlocked.Read(ref _aheadTicks));
        set => Interlocked.Exchange(ref _aheadTicks, value.Ticks);
    }

    /// <summary>Lets time pass at once.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _aheadTicks, time.Ticks);
}
