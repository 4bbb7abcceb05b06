namespace OrgTrail.Sandbox.Http;

/// <summary>A body that is read while it is sent, so that it takes no memory meanwhile.</summary>
/// <param name="length">How many bytes it has.</param>
/// <param name="read">Reads as many bytes as fit, from a position on.</param>
internal sealed class BodySource(long length, BodySource.Reading read)
{
    /// <summary>Reads bytes.</summary>
    /// <param name="position">The first.</param>
    /// <param name="target">Where to put them, as many as fit.</param>
    public delegate void Reading(long position, Span<byte> target);

    /// <summary>How many bytes it has.</summary>
    public long Length => length;

    /// <summary>Reads as many bytes as fit, from a position on.</summary>
    public void Read(long position, Span<byte> target) => read(position, target);
}
