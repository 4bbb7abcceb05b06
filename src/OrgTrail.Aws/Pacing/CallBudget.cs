namespace OrgTrail.Aws.Pacing;

/// <summary>The calls of one operation that are allowed now: a bucket of tokens, full at first, from which each call takes one.</summary>
/// <param name="rate">How fast it fills, and how much it holds.</param>
/// <param name="time">The clock and the timer of the waits.</param>
internal sealed class CallBudget(CallRate rate, TimeProvider time)
{
    private readonly object _gate = new();
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / rate.PerSecond);
    private readonly long _start = time.GetTimestamp();

    // The bucket is known by the time at which it will be full again, if nobody takes anything more.
    private TimeSpan _full;
    private long _taken;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Takes a token, if need be one that is still to come.</summary>
    public CallToken Take()
    {
        lock (_gate)
        {
            var now = Now;
            _full = (_full > now ? _full : now) + _interval;
            return new(this, ++_taken, _full - now - (_interval * rate.Burst));
        }
    }

    /// <summary>Waits for a token.</summary>
    public Task WaitAsync(TimeSpan wait, CancellationToken cancellation) =>
        wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellation) : Task.CompletedTask;

    /// <summary>
    /// Has the calls from a token on count from now. When one ends, it has come to AWS, perhaps only just: the first one
    /// has to open a connection before. AWS's own bucket has not filled in the meantime, so neither has this one.
    /// </summary>
    public void End(long number)
    {
        lock (_gate)
        {
            var full = Now + (_interval * (_taken - number + 1));
            if (full > _full) _full = full;
        }
    }
}
