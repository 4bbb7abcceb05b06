namespace OrgTrail.Integrity;

/// <summary>
/// How many files are read at once. It grows while reads succeed, and is halved when the endpoint asks for fewer; a read that
/// fails for a reason that can pass is made again.
/// </summary>
/// <param name="most">As many at most.</param>
/// <param name="time">The timer of the pauses.</param>
internal sealed class ReadPace(int most, TimeProvider time)
{
    private const int Attempts = 4;
    private const int AttemptsOfThrottled = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private double _limit = Math.Min(most, 8);
    private int _running;

    /// <summary>As many are read at once now.</summary>
    public int Limit => (int)_limit;

    /// <summary>Makes a read when its turn comes.</summary>
    /// <exception cref="OrgTrailException">It failed, several times if that could pass.</exception>
    /// <exception cref="IOException">It broke off, several times.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> read, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await EnterAsync(cancellation).ConfigureAwait(false);
            try
            {
                var result = await read().ConfigureAwait(false);
                Grow();
                return result;
            }
            catch (OrgTrailException refusal) when (CanPass(refusal.Problem) && attempt < (refusal.Problem.Kind == ProblemKind.Throttled ? AttemptsOfThrottled : Attempts))
            {
                if (refusal.Problem.Kind == ProblemKind.Throttled) Shrink();
            }
            catch (IOException) when (attempt < Attempts)
            {
            }
            finally
            {
                Leave();
            }

            var pause = FirstPause * Math.Pow(2, attempt - 1);
            await Task.Delay(pause < LongestPause ? pause : LongestPause, time, cancellation).ConfigureAwait(false);
        }
    }

    private static bool CanPass(Problem problem) =>
        problem.Kind is ProblemKind.Throttled or ProblemKind.ConnectionFailed or ProblemKind.TimedOut or ProblemKind.ServiceFailed;

    private Task EnterAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_running < Limit && _waiting.Count == 0)
            {
                _running++;
                return Task.CompletedTask;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            return WaitAsync(turn, cancellation);
        }
    }

    private static async Task WaitAsync(TaskCompletionSource turn, CancellationToken cancellation)
    {
        using var ending = cancellation.Register(() => turn.TrySetCanceled(cancellation));
        await turn.Task.ConfigureAwait(false);
    }

    private void Leave()
    {
        lock (_gate)
        {
            _running--;
            // One that was given up is passed over.
            while (_running < Limit && _waiting.TryDequeue(out var next))
                if (next.TrySetResult()) _running++;
        }
    }

    private void Grow()
    {
        lock (_gate) _limit = Math.Min(most, _limit + (1 / _limit));
    }

    private void Shrink()
    {
        lock (_gate) _limit = Math.Max(1, _limit / 2);
    }
}
