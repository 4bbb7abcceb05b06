namespace OrgTrail.Pipeline;

/// <summary>
/// Runs asynchronous work while the thread that called serves what the work asks of PowerShell: PowerShell listens to
/// its pipeline thread alone.
/// </summary>
internal sealed class PipelineDispatcher
{
    private readonly object _gate = new();
    private readonly Queue<Request> _requests = new();
    private bool _closed;

    /// <summary>Runs <paramref name="work"/> to its end, whatever end that is, and all requests before it.</summary>
    /// <param name="work">The work; it runs on other threads.</param>
    /// <param name="cancel">Called when PowerShell refuses a request, which it does to end a pipeline.</param>
    /// <returns>What the work threw; <see langword="null"/> when it ended well.</returns>
    /// <exception cref="Exception">What PowerShell refused a request with.</exception>
    internal Exception? Run(Func<Task> work, Action cancel)
    {
        var ending = Task.Run(() => ToItsEndAsync(work));
        try
        {
            while (Next() is { } request) Serve(request);
        }
        catch
        {
            cancel();
            Refuse();
            throw;
        }
        finally
        {
            ending.Wait();
        }

        return ending.Result;
    }

    /// <summary>Lets the pipeline thread do something, in the order of the calls. Dropped when the work is over.</summary>
    internal void Post(Action action) => Add(new(action, static () => { }));

    /// <summary>Lets the pipeline thread find out something. Cancelled when the work is over.</summary>
    internal Task<T> InvokeAsync<T>(Func<T> ask)
    {
        // The continuation belongs to the work, not to the pipeline thread, which would wait for itself.
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(new(() => answer.SetResult(ask()), () => answer.TrySetCanceled()));
        return answer.Task;
    }

    // The outermost edge of a cmdlet: nothing may escape to the thread pool, where it would end the process.
    private async Task<Exception?> ToItsEndAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
        finally
        {
            Close();
        }
    }

    private static void Serve(Request request)
    {
        try
        {
            request.Serve();
        }
        catch
        {
            request.Refuse();
            throw;
        }
    }

    private void Add(Request request)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _requests.Enqueue(request);
                Monitor.Pulse(_gate);
                return;
            }
        }

        request.Refuse();
    }

    private Request? Next()
    {
        lock (_gate)
        {
            while (_requests.Count == 0 && !_closed) Monitor.Wait(_gate);
            return _requests.TryDequeue(out var request) ? request : null;
        }
    }

    private void Refuse()
    {
        Close();
        while (Next() is { } request) request.Refuse();
    }

    private void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
    }

    private sealed record Request(Action Serve, Action Refuse);
}
