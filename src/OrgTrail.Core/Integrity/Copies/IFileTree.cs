namespace OrgTrail.Integrity;

/// <summary>Files in folders, by paths with slashes: a folder on disk, or a zip file.</summary>
internal interface IFileTree : IDisposable
{
    /// <summary>The folders right below one, as whole paths with their slash.</summary>
    IEnumerable<string> Folders(string folder);

    /// <summary>All files below a folder, and how many bytes each has.</summary>
    IEnumerable<(string Path, long Size)> Files(string folder);

    /// <summary>Opens a file; <see langword="null"/> when there is none of that path.</summary>
    (Stream Content, long Length)? Open(string path);
}
