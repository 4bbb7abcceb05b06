using System.Buffers.Text;

namespace OrgTrail.Sandbox.Http;

/// <summary>The size at the head of a chunk, of HTTP as of AWS: hex digits, and behind a semicolon extensions of no interest.</summary>
internal static class ChunkSize
{
    private const int MostDigits = 7;

    /// <exception cref="Protocol.AwsErrorException">It is none, or over 256 MB.</exception>
    public static int Parse(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOf((byte)';');
        var digits = (end < 0 ? line : line[..end]).Trim((byte)' ');
        return digits.Length is > 0 and <= MostDigits && Utf8Parser.TryParse(digits, out int size, out var used, 'x') && used == digits.Length
            ? size
            : throw BadRequest.Because("the size of a chunk is malformed");
    }
}
