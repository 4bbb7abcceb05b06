using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>One part of many, of a proof that several machines share. Which lanes are its own depends on nothing but their names.</summary>
/// <param name="Index">From 1 to <paramref name="Count"/>.</param>
/// <param name="Count">How many parts there are.</param>
internal readonly record struct Shard(int Index, int Count)
{
    private const int Most = 10_000;

    /// <summary>All lanes.</summary>
    public static Shard Whole => new(1, 1);

    /// <summary>Reads what stands as <c>3/64</c>.</summary>
    /// <exception cref="OrgTrailException">It stands otherwise (<c>InvalidShard</c>).</exception>
    public static Shard Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 1 and <= Most && index >= 1 && index <= count
            ? new(index, count)
            : throw new OrgTrailException(new(
                "InvalidShard", ProblemKind.InvalidInput,
                $"'{text}' is no part of a whole.",
                $"Give it as 3/64: the third of 64 parts. Parts are counted from 1; there are {Most:N0} at most."));
    }

    /// <summary>Whether a lane is its own.</summary>
    public bool Has(AccountRegion lane)
    {
        if (Count == 1) return true;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{lane.AccountId}/{lane.Region}"));
        return BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)Count == (ulong)(Index - 1);
    }

    /// <summary>As it is given.</summary>
    public override string ToString() => FormattableString.Invariant($"{Index}/{Count}");
}
