namespace OrgTrail.Sandbox.Http;

/// <summary>
/// Bytes that come bit by bit. It grows with what really came, not with what was announced: a thousand clients that
/// announce much and send nothing cost nothing.
/// </summary>
/// <param name="share">Where the memory is taken from.</param>
internal sealed class GrowingBytes(MemoryShare share)
{
    private const int MostAtFirst = MemoryBudget.Small;
    private byte[] _bytes = [];

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <param name="bytes">What came.</param>
    /// <param name="expected">How many are announced, these included.</param>
    public void Append(ReadOnlySpan<byte> bytes, int expected)
    {
        EnsureRoom(Math.Max(bytes.Length, Math.Min(expected, MostAtFirst)));
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Where to put bytes before <see cref="Grow"/>.</summary>
    /// <param name="expected">How many are announced.</param>
    public Memory<byte> Room(int expected)
    {
        EnsureRoom(1, atMost: Length + expected);
        return _bytes.AsMemory(Length, Math.Min(expected, _bytes.Length - Length));
    }

    /// <summary>Counts bytes that were put into <see cref="Room"/>.</summary>
    public void Grow(int count) => Length += count;

    public ArraySegment<byte> ToSegment() => new(_bytes, 0, Length);

    private void EnsureRoom(int room, int atMost = int.MaxValue)
    {
        if (_bytes.Length - Length >= room) return;
        var wanted = Math.Max(Length + room, Math.Min(_bytes.Length * 2L, Math.Min(atMost, Array.MaxLength)));
        if (wanted > MemoryBudget.Small) share.Take(wanted - _bytes.Length);
        Array.Resize(ref _bytes, (int)wanted);
    }
}
