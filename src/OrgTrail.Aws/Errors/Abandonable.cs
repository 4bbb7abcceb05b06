namespace OrgTrail.Aws.Errors;

/// <summary>Work that may block, such as reading a file that is a pipe, and is left behind when the user ends the command.</summary>
internal static class Abandonable
{
    /// <summary>Runs work that may block, on another thread, for as long as it is wanted.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">Ends the wait for it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellation) =>
        Task.Run(work, cancellation).WaitAsync(cancellation);
}
