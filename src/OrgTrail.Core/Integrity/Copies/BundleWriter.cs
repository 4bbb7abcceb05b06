using System.IO.Compression;
using System.Text.Json;

namespace OrgTrail.Integrity;

/// <summary>Writes a bundle: a folder, or a zip file when its name ends like one. It is there when it is whole, and not before.</summary>
internal sealed class BundleWriter : IDisposable
{
    private readonly object _gate = new();
    private readonly string _path;
    private readonly string _beside;
    private readonly ZipArchive? _zip;

    private BundleWriter(string path, string beside, ZipArchive? zip) => (_path, _beside, _zip) = (path, beside, zip);

    /// <summary>Begins one.</summary>
    /// <exception cref="OrgTrailException">Something lies there already (<c>BundleExists</c>), or it cannot be written (<c>FileNotWritten</c>).</exception>
    public static BundleWriter Create(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            throw new OrgTrailException(new("BundleExists", ProblemKind.AlreadyExists, $"There is something at {path} already.", "Evidence is not overwritten: give the path of a folder or zip file that is not there yet."));
        var beside = $"{path.TrimEnd('/', '\\')}.{Guid.NewGuid():N}.new";
        return Guarded(path, () =>
        {
            if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return new(path, beside, new ZipArchive(new FileStream(beside, FileMode.CreateNew), ZipArchiveMode.Create));
            Directory.CreateDirectory(beside);
            return new BundleWriter(path, beside, null);
        });
    }

    /// <summary>Writes a file.</summary>
    public void Write(string name, ReadOnlyMemory<byte> bytes) => Guarded(_path, () =>
    {
        if (_zip is not null) lock (_gate) Write(_zip, name, bytes.Span);
        else WriteToFolder(name, bytes.Span);
        return true;
    });

    /// <summary>Writes a file of JSON.</summary>
    public void WriteJson<T>(string name, T content) => Write(name, JsonSerializer.SerializeToUtf8Bytes(content, ReceiptJson.Readable));

    /// <summary>Puts the bundle in its place.</summary>
    public void Complete() => Guarded(_path, () =>
    {
        _zip?.Dispose();
        if (_zip is not null) File.Move(_beside, _path);
        else
        {
            if (Directory.Exists(_path)) Directory.Delete(_path);
            Directory.Move(_beside, _path);
        }

        return true;
    });

    public void Dispose()
    {
        _zip?.Dispose();
        if (File.Exists(_beside)) File.Delete(_beside);
        if (Directory.Exists(_beside)) Directory.Delete(_beside, recursive: true);
    }

    private static void Write(ZipArchive zip, string name, ReadOnlySpan<byte> bytes)
    {
        // What CloudTrail wrote is compressed already.
        using var entry = zip.CreateEntry(name, name.EndsWith(".gz", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
        entry.Write(bytes);
    }

    private void WriteToFolder(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.GetFullPath(Path.Combine(_beside, name));
        if (!path.StartsWith(Path.GetFullPath(_beside) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new IOException($"The key {name} leads out of the bundle.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew);
        file.Write(bytes);
    }

    private static T Guarded<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.NotWritten(path, fault);
        }
    }
}
