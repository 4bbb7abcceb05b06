using Microsoft.Win32.SafeHandles;

namespace OrgTrail.Sandbox.Storage;

/// <summary>
/// One file that only grows, in a folder of its own: bytes are written once and stay where they are, so readers need no
/// lock. Its name has nothing of what it holds.
/// </summary>
internal sealed class Spool : IDisposable
{
    private readonly long _most;
    private readonly string _folder = Directory.CreateTempSubdirectory("orgtrail-sandbox-").FullName;
    private readonly SafeFileHandle _file;
    private long _end;

    /// <param name="most">How many bytes it takes at most.</param>
    public Spool(long most)
    {
        _most = most;
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
    /// <exception cref="OrgTrailException">It is full, or the disk is.</exception>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        var position = Interlocked.Add(ref _end, bytes.Length) - bytes.Length;
        if (position + bytes.Length > _most)
        {
            Interlocked.Add(ref _end, -bytes.Length);
            throw SandboxLimits.Full($"all objects that were ever stored take {_most / (1024 * 1024)} MB");
        }

        try
        {
            RandomAccess.Write(_file, bytes, position);
        }
        catch (IOException failed)
        {
            throw SandboxLimits.Full($"an object cannot be written, {failed.Message.TrimEnd('.')}", failed);
        }

        return position;
    }

    /// <summary>Reads bytes that were appended.</summary>
    public byte[] Read(long position, int length)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(length);
        Read(position, bytes);
        return bytes;
    }

    /// <summary>Reads bytes that were appended, as many as fit.</summary>
    public void Read(long position, Span<byte> target)
    {
        for (var read = 0; read < target.Length;)
        {
            var more = RandomAccess.Read(_file, target[read..], position + read);
            read += more > 0 ? more : throw new EndOfStreamException();
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
