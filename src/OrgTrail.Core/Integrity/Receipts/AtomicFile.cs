namespace OrgTrail.Integrity;

/// <summary>Writes a file so that it is there whole or as it was before.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a text.</summary>
    /// <exception cref="OrgTrailException">It cannot be written (<c>FileNotWritten</c>).</exception>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellation)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellation).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(path, fault);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>The exception for a file that cannot be written.</summary>
    public static OrgTrailException NotWritten(string path, Exception fault) => new(
        new("FileNotWritten", ProblemKind.InvalidInput, $"The file {path} cannot be written. {fault.Message}", "Give the path of a file in a folder that exists and that you may write to."), fault);
}
