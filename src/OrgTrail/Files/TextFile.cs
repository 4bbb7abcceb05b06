namespace OrgTrail.Files;

/// <summary>A text file that a parameter names.</summary>
internal static class TextFile
{
    /// <summary>Reads the whole text.</summary>
    /// <param name="path">The full path, as <see cref="Pipeline.ICmdletPipeline.GetFilePath"/> resolves it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException"><c>FileNotFound</c>, <c>FileUnreadable</c>.</exception>
    internal static async Task<string> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellation);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new OrgTrailException(NotFound(path), fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OrgTrailException(Unreadable(path, fault), fault);
        }
    }

    private static Problem NotFound(string path) => new(
        "FileNotFound", ProblemKind.NotFound, $"There is no file {path}.", "Check -Path.");

    // A folder is refused in the words of a lack of permissions.
    private static Problem Unreadable(string path, Exception fault) => Directory.Exists(path)
        ? new("FileUnreadable", ProblemKind.InvalidInput, $"{path} is a folder, not a file.", "Give -Path a file.")
        : new("FileUnreadable", ProblemKind.PermissionDenied, $"The file {path} cannot be read: {fault.Message}", "Check the file's permissions.");
}
