namespace OrgTrail.Files;

/// <summary>
/// Reads a file that somebody else named, within bounds of size and of time. A path can lead to a pipe that nobody writes
/// to, to a terminal, or to a device without end, and opening one of those cannot be cancelled.
/// </summary>
internal static class BoundedFile
{
    /// <summary>The most that a file of settings or a policy can have: far more than AWS takes of either.</summary>
    public const int LongestText = 1024 * 1024;

    /// <summary>The most that a file with a token can have: far more than fits into a header.</summary>
    public const int LongestToken = 64 * 1024;

    /// <summary>How long a file may take.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    /// <summary>Reads a text; a mark of its encoding at its beginning counts, without one it is UTF-8.</summary>
    /// <param name="path">The path.</param>
    /// <param name="maximum">How many bytes the file may have.</param>
    /// <param name="time">The clock that it is waited by.</param>
    /// <param name="cancellation">Ends the waiting at once.</param>
    /// <exception cref="FileTooLargeException">It has more bytes.</exception>
    /// <exception cref="IOException">It cannot be read, or has not come to its end in time.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static async Task<string> ReadAsync(string path, int maximum, TimeProvider time, CancellationToken cancellation)
    {
        var content = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        // A thread of its own: one of the pool that waits for a pipe would be missing there.
        new Thread(() => Read(path, maximum, content)) { IsBackground = true, Name = "Reads a file" }.Start();
        try
        {
            return await content.Task.WaitAsync(TimeLimit, time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new IOException($"It has not come to its end within {TimeLimit.TotalSeconds} seconds. Perhaps it is a pipe or a device.");
        }
    }

    private static void Read(string path, int maximum, TaskCompletionSource<string> content)
    {
        try
        {
            // Not seekable in a pipe, and of length 0 in a device: only reading tells.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            using var bytes = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int count; (count = file.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > maximum) throw new FileTooLargeException(maximum);
            }

            bytes.Position = 0;
            using var reader = new StreamReader(bytes);
            content.SetResult(reader.ReadToEnd());
        }
        catch (Exception fault)
        {
            // The outermost edge of this thread; whoever waits gets the fault.
            content.SetException(fault);
        }
    }
}
