using System.IO.Compression;

namespace OrgTrail.Integrity;

/// <summary>A zip file. Its reader serves one thread, so that files are taken out one after the other.</summary>
internal sealed class ZipTree : IFileTree
{
    // A file of CloudTrail is far smaller, and all that are read at once must fit into memory.
    private const long Largest = 64 * 1024 * 1024;

    private readonly object _gate = new();
    private readonly ZipArchive _zip;
    private readonly SortedDictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    private ZipTree(ZipArchive zip)
    {
        _zip = zip;
        foreach (var entry in zip.Entries)
            if (!entry.FullName.EndsWith('/')) _entries[entry.FullName] = entry;
    }

    /// <summary>Opens one.</summary>
    /// <exception cref="InvalidDataException">It is no zip file.</exception>
    public static ZipTree Open(Stream file) => new(new ZipArchive(file, ZipArchiveMode.Read));

    public IEnumerable<string> Folders(string folder) => Below(folder)
        .Select(path => path[folder.Length..])
        .Where(rest => rest.Contains('/', StringComparison.Ordinal))
        .Select(rest => folder + rest[..(rest.IndexOf('/', StringComparison.Ordinal) + 1)])
        .Distinct();

    public IEnumerable<(string Path, long Size)> Files(string folder) => Below(folder).Select(path => (path, _entries[path].Length));

    (Stream Content, long Length)? IFileTree.Open(string path)
    {
        if (!_entries.TryGetValue(path, out var entry)) return null;
        var bytes = new MemoryStream();
        lock (_gate)
        {
            using var content = entry.Open();
            var buffer = new byte[64 * 1024];
            for (int count; (count = content.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > Largest) throw new InvalidDataException($"{path} has more than {Largest / 1024 / 1024} MB.");
            }
        }

        bytes.Position = 0;
        return (bytes, bytes.Length);
    }

    public void Dispose() => _zip.Dispose();

    private IEnumerable<string> Below(string folder) => _entries.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal));
}
