using System.Buffers.Binary;

namespace OrgTrail.Sandbox.Protocol;

/// <summary>The id that each answer carries: unlike any other, which needs no randomness of its own each time.</summary>
internal static class RequestId
{
    private static readonly byte[] Start = Guid.NewGuid().ToByteArray();
    private static long _count;

    public static string New()
    {
        Span<byte> id = stackalloc byte[16];
        Start.CopyTo(id);
        BinaryPrimitives.WriteInt64BigEndian(id[8..], BinaryPrimitives.ReadInt64BigEndian(id[8..]) + Interlocked.Increment(ref _count));
        return new Guid(id).ToString();
    }
}
