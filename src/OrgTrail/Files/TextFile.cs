namespace OrgTrail.Files;

/// <summary>A text file that a parameter names.</summary>
internal static class TextFile
{
    /// <summary>Reads the whole text.</summary>
    /// <param name="path">The full path, as <see cref="Pipeline.ICmdletPipeline.GetFilePath"/> resolves it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="OrgTrailException"><c>FileNotFound</c>, <c>FileTooLarge</c>, <c>FileUnreadable</c>.</exception>
    internal static async Task<string> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await BoundedFile.ReadAsync(path, BoundedFile.LongestText, TimeProvider.System, cancellation);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new OrgTrailException(NotFound(path), fault);
        }
        catch (FileTooLargeException fault)
        {
            throw new OrgTrailException(TooLarge(path, fault), fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new OrgTrailException(Unreadable(path, fault), fault);
        }
    }

    private static Problem NotFound(string path) => new(
        "FileNotFound", ProblemKind.NotFound, $"There is no file {path}.", "Check -Path.");

    private static Problem TooLarge(string path, Exception fault) => new(
        "FileTooLarge", ProblemKind.LimitExceeded, $"The file {path} is too large. {fault.Message}", "Check -Path: no policy and no description of a trail is that long.");

    // A folder is refused in the words of a lack of permissions.
    private static Problem Unreadable(string path, Exception fault) => Directory.Exists(path)
        ? new("FileUnreadable", ProblemKind.InvalidInput, $"{path} is a folder, not a file.", "Give -Path a file.")
        : new("FileUnreadable", ProblemKind.PermissionDenied, $"The file {path} cannot be read: {fault.Message}", "Check -Path, and the file's permissions.");
}
