using System.Text;

namespace OrgTrail.Policies;

/// <summary>A place in a JSON text, as editors count it.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in that line, from 1.</param>
internal readonly record struct JsonPosition(long Line, int Column)
{
    /// <summary>The place of a byte of the text.</summary>
    internal static JsonPosition OfByte(ReadOnlySpan<byte> utf8, long offset)
    {
        var before = utf8[..(int)Math.Min(offset, utf8.Length)];
        return new(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }

    /// <summary>The place that <see cref="System.Text.Json.JsonException"/> gives: lines and bytes, both from 0.</summary>
    internal static JsonPosition OfLine(ReadOnlySpan<byte> utf8, long line, long byteInLine)
    {
        var start = 0;
        for (var skipped = 0L; skipped < line; skipped++)
        {
            start += utf8[start..].IndexOf((byte)'\n') + 1;
        }

        return OfByte(utf8, start + byteInLine);
    }
}
