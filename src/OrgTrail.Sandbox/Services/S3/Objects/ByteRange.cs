using System.Globalization;
using System.Text.RegularExpressions;
using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.S3;

/// <summary>The part of an object that a request asks for.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="Length">How many.</param>
internal readonly partial record struct ByteRange(long Start, long Length)
{
    /// <summary>Reads the header Range. Several ranges and what is malformed count as none (RFC 9110, section 14.2).</summary>
    /// <returns><see langword="null"/> for the whole object.</returns>
    public static ByteRange? Of(string? header, long size)
    {
        if (header is null || Syntax().Match(header) is not { Success: true } match) return null;
        var first = Number(match.Groups["first"].Value);
        var last = Number(match.Groups["last"].Value);
        if ((first, last) is (null, null) || first > last) return null;
        var start = first ?? Math.Max(0, size - last!.Value);
        var end = first is null || last is null ? size - 1 : Math.Min(last.Value, size - 1);
        return start <= end ? new(start, end - start + 1) : throw Unsatisfiable(header, size);
    }

    /// <summary>The header Content-Range.</summary>
    public string ContentRange(long size) => string.Create(CultureInfo.InvariantCulture, $"bytes {Start}-{Start + Length - 1}/{size}");

    private static long? Number(string digits) => digits.Length == 0 ? null : long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;

    private static AwsErrorException Unsatisfiable(string range, long size) => new("InvalidRange", "The requested range is not satisfiable", 416)
    {
        Members = { ["RangeRequested"] = range, ["ActualObjectSize"] = size.ToString(CultureInfo.InvariantCulture) },
    };

    [GeneratedRegex(@"\Abytes=(?<first>\d*)-(?<last>\d*)\z")]
    private static partial Regex Syntax();
}
