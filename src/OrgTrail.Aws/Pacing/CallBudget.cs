namespace OrgTrail.Aws.Pacing;

/// <summary>The calls of one operation that are allowed now: a bucket of tokens, full at first, from which each call takes one.</summary>
/// <param name="rate">How fast it fills, and how much it holds.</param>
/// <param name="time">The clock.</param>
internal sealed class CallBudget(CallRate rate, TimeProvider time)
{
    private readonly object _gate = new();
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / rate.PerSecond);
    private readonly long _start = time.GetTimestamp();

    // The bucket is known by the time at which it will be full again, if nobody takes anything more.
    private TimeSpan _full;

    /// <summary>Takes a token, if need be one that is still to come.</summary>
    /// <returns>How long it takes to come; zero when one is there.</returns>
    public TimeSpan Take()
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(_start);
            var full = (_full > now ? _full : now) + _interval;
            var wait = full - now - (_interval * rate.Burst);
            _full = full;
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }
}
