namespace OrgTrail.Integrity;

/// <summary>A folder on disk. Paths come from files that anybody may have written, and lead nowhere else.</summary>
/// <param name="root">The folder.</param>
internal sealed class FolderTree(string root) : IFileTree
{
    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    public IEnumerable<string> Folders(string folder) => On(folder) is { } path && Directory.Exists(path)
        ? Directory.EnumerateDirectories(path, "*", Plain).Select(found => $"{folder}{Path.GetFileName(found)}/").Order(StringComparer.Ordinal)
        : [];

    public IEnumerable<(string Path, long Size)> Files(string folder)
    {
        if (On(folder) is not { } path || !Directory.Exists(path)) yield break;
        foreach (var file in new DirectoryInfo(path).EnumerateFiles("*", Plain).OrderBy(file => file.Name, StringComparer.Ordinal))
            yield return ($"{folder}{file.Name}", file.Length);
        foreach (var below in Folders(folder))
            foreach (var file in Files(below))
                yield return file;
    }

    public (Stream Content, long Length)? Open(string path)
    {
        if (On(path) is not { } place || new FileInfo(place) is not { Exists: true } file || file.Attributes.HasFlag(FileAttributes.ReparsePoint)) return null;
        // A pipe has no length, and nobody opens it: that would wait for its writer.
        if (file.Length == 0) return (Stream.Null, 0);
        return (new FileStream(place, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan, Share = FileShare.ReadWrite | FileShare.Delete }), file.Length);
    }

    public void Dispose()
    {
    }

    private string? On(string path)
    {
        var parts = path.Split('/');
        if (path.Contains('\0', StringComparison.Ordinal) || parts.Any(part => part is "." or ".." || part.Contains('\\', StringComparison.Ordinal) || part.Contains(':', StringComparison.Ordinal))) return null;
        return Path.Combine(root, Path.Combine(parts));
    }
}
