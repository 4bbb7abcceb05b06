using System.Globalization;

namespace OrgTrail.Problems.Redaction;

/// <summary>
/// The ways to read a text: as it stands, and with the escapes of URLs, JSON and XML taken back, in every order, since a
/// text does not tell what it was escaped for. Every character keeps its place, so that what is found can be cut out.
/// </summary>
internal static class TextReading
{
    // A value in JSON, in XML, in a URL; deeper nesting is nobody's accident.
    private const int DeepestNesting = 3;

    // What escapes begin with: URLs, JSON, XML, and all of them at once.
    private static readonly string[] Escapes = ["%", "\\", "&", "%\\&"];

    private static readonly Dictionary<string, char> Entities = new(StringComparer.Ordinal)
    {
        ["amp"] = '&',
        ["lt"] = '<',
        ["gt"] = '>',
        ["quot"] = '"',
        ["apos"] = '\'',
        ["nbsp"] = ' ',
        ["shy"] = '\u00AD',
    };

    /// <summary>All readings of a text, the plain one first.</summary>
    public static IEnumerable<Spelled[]> Of(string text) =>
        Of([.. text.Select((character, index) => new Spelled(character, index, index + 1))], DeepestNesting);

    private static IEnumerable<Spelled[]> Of(Spelled[] reading, int nesting)
    {
        yield return reading;
        if (nesting == 0) yield break;
        foreach (var escapes in Escapes)
        {
            if (Unescaped(reading, escapes) is not { } next) continue;
            foreach (var deeper in Of(next, nesting - 1)) yield return deeper;
        }
    }

    /// <summary>The reading with one layer of escapes taken back; <see langword="null"/> when there is none.</summary>
    private static Spelled[]? Unescaped(Spelled[] reading, string escapes)
    {
        var next = new List<Spelled>(reading.Length);
        for (var i = 0; i < reading.Length;)
        {
            var (said, length) = escapes.Contains(reading[i].Character, StringComparison.Ordinal) ? Escape(reading, i) : (reading[i].Character, 1);
            next.Add(length == 1 ? reading[i] : new Spelled(said, reading[i].Start, reading[i + length - 1].End));
            i += length;
        }

        return next.Count == reading.Length ? null : [.. next];
    }

    private static (char Said, int Length) Escape(Spelled[] reading, int i) => reading[i].Character switch
    {
        '%' => Percent(reading, i),
        '\\' => Backslash(reading, i),
        '&' => Entity(reading, i),
        var plain => (plain, 1),
    };

    // Characters beyond ASCII come as two to four bytes of UTF-8, a percent sign each.
    private static (char Said, int Length) Percent(Spelled[] reading, int i)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && At(reading, i + (3 * count)) == '%' && Hex(reading, i + (3 * count) + 1, 2) is { } value)
            bytes[count++] = (byte)value;
        if (count == 0) return ('%', 1);
        return System.Text.Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == System.Buffers.OperationStatus.Done && rune.IsBmp
            ? ((char)rune.Value, 3 * used)
            : ((char)bytes[0], 3);
    }

    private static (char Said, int Length) Backslash(Spelled[] reading, int i) => At(reading, i + 1) switch
    {
        'u' or 'U' when Hex(reading, i + 2, 4) is { } value => ((char)value, 6),
        'x' when Hex(reading, i + 2, 2) is { } value => ((char)value, 4),
        'n' or 'r' or 't' => ('\n', 2),
        '/' or '\\' or '"' or '\'' or '&' => (At(reading, i + 1), 2),
        _ => ('\\', 1),
    };

    private static (char Said, int Length) Entity(Spelled[] reading, int i)
    {
        const int longest = 8;
        var end = i + 1;
        while (end < reading.Length && end - i < longest && reading[end].Character != ';') end++;
        if (At(reading, end) != ';') return ('&', 1);

        var name = string.Concat(reading[(i + 1)..end].Select(spelled => spelled.Character));
        return Named(name) is { } said ? (said, end - i + 1) : ('&', 1);
    }

    private static char? Named(string name)
    {
        if (Entities.TryGetValue(name, out var entity)) return entity;
        var isHex = name.StartsWith("#x", StringComparison.OrdinalIgnoreCase);
        return name.StartsWith('#') && ushort.TryParse(
            name.AsSpan(isHex ? 2 : 1), isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? (char)value
            : null;
    }

    private static char At(Spelled[] reading, int i) => i < reading.Length ? reading[i].Character : '\0';

    private static int? Hex(Spelled[] reading, int from, int count)
    {
        var value = 0;
        for (var i = from; i < from + count; i++)
        {
            if (!char.IsAsciiHexDigit(At(reading, i))) return null;
            value = (value << 4) | Convert.FromHexString($"0{At(reading, i)}")[0];
        }

        return value;
    }
}
