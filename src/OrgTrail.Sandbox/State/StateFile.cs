using System.Security.Cryptography;

namespace OrgTrail.Sandbox.State;

/// <summary>A state in a file.</summary>
internal static class StateFile
{
    // What a sandbox saves of the most that it holds, and some.
    private const long Largest = 1024L * 1024 * 1024;

    /// <exception cref="OrgTrailException">The file cannot be read, or holds no state.</exception>
    public static SandboxState Load(string path) => StateText.Read(Attempt("read", path, () => Read(path)), $"The file '{path}'");

    /// <summary>
    /// Writes all or nothing: a file that was there stays as it was until the new one is complete. Only its owner can read it,
    /// since keys and policies are in it. No link is followed: somebody else may have put it there, to have this user overwrite
    /// what is behind it.
    /// </summary>
    /// <exception cref="OrgTrailException">The file cannot be written, or is a link.</exception>
    public static void Save(string path, byte[] text) => Attempt("written", path, () =>
    {
        RequireNoLink(path);
        var part = $"{path}.{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}.part";
        try
        {
            using (var stream = new FileStream(part, NewFile()))
                stream.Write(text);
            // A rename replaces a link that came up in the meantime, and not what it leads to.
            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }

        return text;
    });

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        // On Windows a file has the rights of its folder.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        // A pipe or a device has no length, and perhaps no end.
        if (!stream.CanSeek || stream.Length > Largest) throw new IOException($"It is no file of at most {Largest / (1024 * 1024)} MB");
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return text;
    }

    private static void RequireNoLink(string path)
    {
        var target = new FileInfo(path);
        if (target.LinkTarget is not null || (target.Exists && target.Attributes.HasFlag(FileAttributes.ReparsePoint)))
            throw new IOException("It is a link; give the path of the file itself");
    }

    private static T Attempt<T>(string done, string path, Func<T> access)
    {
        try
        {
            return access();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OrgTrailException(
                new Problem(
                    "StateFileUnavailable",
                    failed is UnauthorizedAccessException ? ProblemKind.PermissionDenied : ProblemKind.NotFound,
                    $"The state file '{path}' cannot be {done}: {failed.Message.TrimEnd('.')}.",
                    "Give the path of a file that you may read and write, in a folder that exists."),
                failed);
        }
    }
}
