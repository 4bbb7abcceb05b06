using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OrgTrail.Integrity;

/// <summary>The check sum at the end of a gzip member (RFC 1952, section 8). The platform keeps its own to itself.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Block = 64;

    private static readonly uint[][] Tables = MakeTables();

    // Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction": the constants of this polynomial.
    private static readonly Vector128<ulong> FoldFour = Vector128.Create(0x0154442bd4UL, 0x01c6e41596UL);
    private static readonly Vector128<ulong> FoldOne = Vector128.Create(0x01751997d0UL, 0x00ccaa009eUL);
    private static readonly Vector128<ulong> FoldHalf = Vector128.Create(0x0163cd6124UL, 0UL);
    private static readonly Vector128<ulong> Reduction = Vector128.Create(0x01db710641UL, 0x01f7011641UL);

    /// <summary>Goes on with a check sum.</summary>
    /// <param name="sum">What it is so far; 0 at the beginning.</param>
    /// <param name="bytes">What comes behind.</param>
    public static uint Append(uint sum, ReadOnlySpan<byte> bytes)
    {
        var state = ~sum;
        if (Pclmulqdq.IsSupported && bytes.Length >= Block)
        {
            var folded = bytes.Length & ~15;
            state = Fold(state, bytes[..folded]);
            bytes = bytes[folded..];
        }

        return ~ByTable(state, bytes);
    }

    /// <summary>The same without instructions of a processor.</summary>
    internal static uint AppendByTable(uint sum, ReadOnlySpan<byte> bytes) => ~ByTable(~sum, bytes);

    private static uint ByTable(uint state, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = Tables[7][(byte)low] ^ Tables[6][(byte)(low >> 8)] ^ Tables[5][(byte)(low >> 16)] ^ Tables[4][low >> 24]
                ^ Tables[3][(byte)high] ^ Tables[2][(byte)(high >> 8)] ^ Tables[1][(byte)(high >> 16)] ^ Tables[0][high >> 24];
        }

        foreach (var value in bytes)
            state = (state >> 8) ^ Tables[0][(byte)(state ^ value)];
        return state;
    }

    private static uint Fold(uint state, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var (one, two, three, four) = (words[0] ^ Vector128.CreateScalar(state).AsUInt64(), words[1], words[2], words[3]);
        words = words[4..];
        for (; words.Length >= 4; words = words[4..])
        {
            one = Multiply(one, FoldFour) ^ words[0];
            two = Multiply(two, FoldFour) ^ words[1];
            three = Multiply(three, FoldFour) ^ words[2];
            four = Multiply(four, FoldFour) ^ words[3];
        }

        var rest = Multiply(one, FoldOne) ^ two;
        rest = Multiply(rest, FoldOne) ^ three;
        rest = Multiply(rest, FoldOne) ^ four;
        foreach (var word in words)
            rest = Multiply(rest, FoldOne) ^ word;
        return Reduce(rest);
    }

    private static Vector128<ulong> Multiply(Vector128<ulong> value, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(value, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, by, 0x11);

    private static uint Reduce(Vector128<ulong> value)
    {
        var lower = Vector128.Create(0xFFFF_FFFFUL);
        value = Sse2.ShiftRightLogical128BitLane(value, 8) ^ Pclmulqdq.CarrylessMultiply(value, FoldOne, 0x10);
        value = Sse2.ShiftRightLogical128BitLane(value, 4) ^ Pclmulqdq.CarrylessMultiply(value & lower, FoldHalf, 0x00);
        var quotient = Pclmulqdq.CarrylessMultiply(value & lower, Reduction, 0x10) & lower;
        return (value ^ Pclmulqdq.CarrylessMultiply(quotient, Reduction, 0x00)).AsUInt32().GetElement(1);
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        tables[0] = new uint[256];
        for (var index = 0u; index < 256; index++)
        {
            var value = index;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
            tables[0][index] = value;
        }

        for (var table = 1; table < tables.Length; table++)
            tables[table] = [.. tables[table - 1].Select(value => (value >> 8) ^ tables[0][(byte)value])];
        return tables;
    }
}
