using Microsoft.Win32.SafeHandles;

namespace OrgTrail.Sandbox.Storage;

/// <summary>
/// One file that only grows, in a folder of its own: bytes are written once and stay where they are, so readers need no
/// lock. Its name has nothing of what it holds.
/// </summary>
internal sealed class Spool : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orgtrail-sandbox-").FullName;
    private readonly SafeFileHandle _file;
    private long _end;

    public Spool()
    {
        _file = File.OpenHandle(
            Path.Combine(_folder, "objects"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);

        // Where a file lives on while it is open, nothing is left of it even when the process is killed.
        if (!OperatingSystem.IsWindows())
            Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Where the files are; gone already where the system lets open files live without a name.</summary>
    public string Folder => _folder;

    /// <summary>Writes bytes behind all others.</summary>
    /// <returns>Where they begin.</returns>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        var position = Interlocked.Add(ref _end, bytes.Length) - bytes.Length;
        RandomAccess.Write(_file, bytes, position);
        return position;
    }

    /// <summary>Reads bytes that were appended.</summary>
    public byte[] Read(long position, int length)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        for (var read = 0; read < length;)
        {
            var more = RandomAccess.Read(_file, bytes.AsSpan(read), position + read);
            read += more > 0 ? more : throw new EndOfStreamException();
        }

        return bytes;
    }

    public void Dispose()
    {
        _file.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
