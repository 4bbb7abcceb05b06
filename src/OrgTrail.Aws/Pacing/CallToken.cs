namespace OrgTrail.Aws.Pacing;

/// <summary>The right to one call, now or a little later.</summary>
/// <param name="budget">Where it was taken from; <see langword="null"/> when there is no limit.</param>
/// <param name="number">Which one it was.</param>
/// <param name="wait">How long it takes to come.</param>
internal readonly struct CallToken(CallBudget? budget, long number, TimeSpan wait)
{
    /// <summary>Waits until the call may go out; most may at once.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public Task WaitAsync(CancellationToken cancellation) => budget?.WaitAsync(wait, cancellation) ?? Task.CompletedTask;

    /// <summary>Says that the call has been answered, or has failed.</summary>
    public void End() => budget?.End(number);
}
