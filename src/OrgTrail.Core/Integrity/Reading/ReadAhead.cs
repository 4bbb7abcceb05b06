using System.Runtime.CompilerServices;

namespace OrgTrail.Integrity;

/// <summary>Work on items in their order, of which the next ones are begun while one is looked at.</summary>
internal static class ReadAhead
{
    /// <summary>Begins some ahead.</summary>
    /// <param name="items">The items.</param>
    /// <param name="depth">How many are under way.</param>
    /// <param name="work">The work on one.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, int depth, Func<TItem, Task<TResult>> work, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var running = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                running.Enqueue(Task.Run(() => work(item), cancellation));
                if (running.Count >= depth) yield return await running.Dequeue().ConfigureAwait(false);
            }

            while (running.Count > 0) yield return await running.Dequeue().ConfigureAwait(false);
        }
        finally
        {
            // Whoever stops listening leaves no read under way.
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
