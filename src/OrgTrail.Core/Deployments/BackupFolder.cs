using System.Globalization;
using OrgTrail.Trails;

namespace OrgTrail.Deployments;

/// <summary>
/// A folder that keeps policies before they are replaced, a file each. Policies tell who may do what, so only their owner
/// can read the files; and no link is followed to write them, since it could lead to a file of somebody else.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="time">The clock that files are named by.</param>
internal sealed class BackupFolder(string path, TimeProvider time)
{
    /// <summary>Refuses a folder that does not exist, is a link or cannot be written to.</summary>
    /// <exception cref="OrgTrailException"><c>BackupFolderUnusable</c>.</exception>
    public void RequireUsable()
    {
        RequireFolder();
        Write(Temporary(), "", keep: false);
    }

    /// <summary>Writes a policy to a file of its own: whole or not at all, and never in place of another.</summary>
    /// <param name="resource">The ARN of what has the policy.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="OrgTrailException"><c>BackupFolderUnusable</c>.</exception>
    public string Save(string resource, string policy)
    {
        // Again, for it was a while ago that the folder was looked at.
        RequireFolder();
        var temporary = Temporary();
        Write(temporary, policy, keep: true);
        var name = $"{NameOf(resource)}-policy-{time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        for (var n = 1; ; n++)
        {
            var file = Path.Combine(path, n == 1 ? $"{name}.json" : $"{name}-{n}.json");
            if (TryMove(temporary, file)) return file;
        }
    }

    // arn:aws:s3:::acme-audit gives s3-acme-audit; what file systems do not take becomes a dash.
    private static string NameOf(string resource)
    {
        var name = Arn.Find(resource) is { } arn ? $"{arn.Service}-{arn.Resource}" : resource;
        return string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-'));
    }

    private void RequireFolder()
    {
        if (!Directory.Exists(path)) throw new OrgTrailException(NotThere(path));
        if (new DirectoryInfo(Path.TrimEndingDirectorySeparator(path)).LinkTarget is { } target) throw new OrgTrailException(Link(path, target));
    }

    // Neither replaces what is there nor follows a link that is: a new name is given to the file, or none.
    private static bool TryMove(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(to))
        {
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OrgTrailException(Unusable(to, fault), fault);
        }
    }

    private string Temporary() => Path.Combine(path, $".{Guid.NewGuid():N}.tmp");

    private static void Write(string file, string text, bool keep)
    {
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = keep ? FileOptions.WriteThrough : FileOptions.DeleteOnClose,
            };
            // Windows has no such mode: there a file gets the rights of its folder.
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var stream = new FileStream(file, options);
            using var writer = new StreamWriter(stream);
            writer.Write(text);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OrgTrailException(Unusable(file, fault), fault);
        }
    }

    private static Problem NotThere(string folder) => new(
        BackupFolderUnusable, ProblemKind.NotFound, $"There is no folder {folder} for backups of policies.", "Check -BackupPath, or create the folder.");

    private static Problem Link(string folder, string target) => new(
        BackupFolderUnusable, ProblemKind.InvalidInput, $"{folder} is a link to {target}, and no link is followed to write backups of policies.", "Give -BackupPath the folder itself.");

    private static Problem Unusable(string file, Exception fault) => new(
        BackupFolderUnusable, ProblemKind.PermissionDenied, $"Backups of policies cannot be written to {file}: {fault.Message}", "Check -BackupPath, its permissions and the room that is left.");

    private const string BackupFolderUnusable = nameof(BackupFolderUnusable);
}
