using System.Net;
using System.Net.Sockets;

namespace OrgTrail.Policies;

/// <summary>A range of IPv4 or IPv6 addresses in CIDR notation. A single address is a range of one.</summary>
internal readonly record struct AddressRange(IPAddress Address, int PrefixLength)
{
    /// <summary>Whether the range is the whole of its Internet.</summary>
    internal bool IsEverything => PrefixLength == 0;

    /// <summary>Reads <c>203.0.113.0/24</c>, <c>203.0.113.1</c> or <c>2001:db8::/32</c>; bits behind the prefix may be set.</summary>
    internal static bool TryParse(string text, out AddressRange range)
    {
        range = default;
        var parts = text.Split('/', 2);

        // The class library also reads "1" and "1.2" as IPv4 addresses, IAM does not.
        if (!IPAddress.TryParse(parts[0], out var address) || (address.AddressFamily == AddressFamily.InterNetwork && parts[0].Count(c => c == '.') != 3))
        {
            return false;
        }

        var bits = address.GetAddressBytes().Length * 8;
        var length = bits;
        if (parts.Length == 2 && !(int.TryParse(parts[1], out length) && length >= 0 && length <= bits))
        {
            return false;
        }

        range = new AddressRange(address, length);
        return true;
    }

    /// <summary>Whether an address lies in this range.</summary>
    internal bool Contains(IPAddress address)
    {
        var mine = Address.GetAddressBytes();
        var theirs = address.GetAddressBytes();
        return mine.Length == theirs.Length && Enumerable.Range(0, PrefixLength).All(bit => Bit(mine, bit) == Bit(theirs, bit));
    }

    private static int Bit(byte[] address, int bit) => (address[bit / 8] >> (7 - (bit % 8))) & 1;
}
