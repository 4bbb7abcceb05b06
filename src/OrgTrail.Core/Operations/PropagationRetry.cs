using OrgTrail.Connection;

namespace OrgTrail.Operations;

/// <summary>
/// Repeats a call that AWS refuses only because a change has not spread yet, or whose answer was lost: for up to a minute,
/// and visibly.
/// </summary>
/// <param name="time">The clock and the timer of the waits.</param>
/// <param name="feedback">Shows what is waited for.</param>
public sealed class PropagationRetry(TimeProvider time, IFeedback feedback)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>Makes the call until it succeeds, is refused for another reason, or the time is up.</summary>
    /// <param name="activity">What is being done, for the progress display.</param>
    /// <param name="call">The call. Made twice, it must come to the same.</param>
    /// <param name="isTransient">Whether a refusal may go away by itself.</param>
    /// <param name="cancellation">Ends call and wait.</param>
    public async Task<T> CallAsync<T>(
        string activity, Func<CancellationToken, Task<T>> call, Func<Problem, bool> isTransient, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var waited = false;
        try
        {
            for (var pause = FirstPause; ; pause = Min(pause * 2, LongestPause))
            {
                try
                {
                    return await call(cancellation);
                }
                catch (OrgTrailException refusal) when (isTransient(refusal.Problem) && Remaining(refusal.Problem, start) >= pause)
                {
                    waited = true;
                    await WaitAsync(activity, refusal.Problem, pause, Remaining(refusal.Problem, start), cancellation);
                }
            }
        }
        finally
        {
            if (waited) feedback.ProgressDone(activity);
        }
    }

    /// <summary>Makes a call that answers nothing.</summary>
    /// <param name="activity">What is being done, for the progress display.</param>
    /// <param name="call">The call. Made twice, it must come to the same.</param>
    /// <param name="isTransient">Whether a refusal may go away by itself.</param>
    /// <param name="cancellation">Ends call and wait.</param>
    public Task CallAsync(
        string activity, Func<CancellationToken, Task> call, Func<Problem, bool> isTransient, CancellationToken cancellation) => CallAsync(
        activity,
        async calling =>
        {
            await call(calling);
            return true;
        },
        isTransient,
        cancellation);

    private TimeSpan Remaining(Problem refusal, long start) => TransientErrors.LimitOf(refusal) - time.GetElapsedTime(start);

    private async Task WaitAsync(
        string activity, Problem refusal, TimeSpan pause, TimeSpan remaining, CancellationToken cancellation)
    {
        feedback.Verbose($"{refusal} This can pass by itself: trying again in {pause.TotalSeconds:0} s, for {remaining.TotalSeconds:0} s at most.");
        feedback.Progress(activity, $"Waiting for AWS to catch up ({refusal.Id})", remaining);
        await Task.Delay(pause, time, cancellation);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
