using System.Globalization;

namespace OrgTrail.Policies;

/// <summary>The comparisons behind IAM's condition operators (IAM user guide, "IAM JSON policy elements: Condition operators").</summary>
internal static class Comparisons
{
    // W3C's profile of ISO 8601, which IAM names: a year, or more and more of a time with its zone.
    private static readonly string[] DateFormats =
        ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    internal static Truth Equal(SymbolicText actual, string wanted, PatternReader reader) =>
        reader.Read(wanted, wildcards: false).Match(actual);

    internal static Truth EqualIgnoringCase(SymbolicText actual, string wanted, PatternReader reader) =>
        reader.Read(wanted, wildcards: false, ignoreCase: true).Match(actual);

    internal static Truth Like(SymbolicText actual, string wanted, PatternReader reader) =>
        reader.Read(wanted, wildcards: true).Match(actual);

    /// <summary>
    /// Each of the six parts on its own. What IAM makes of a pattern with fewer parts, such as <c>*</c>, is not documented.
    /// </summary>
    internal static Truth ArnLike(SymbolicText actual, string wanted, PatternReader reader) =>
        reader.Read(wanted, wildcards: true).Match(glob =>
        {
            var (patterns, parts) = (glob.ArnParts, actual.ArnParts);
            return patterns.Count == SymbolicText.MostArnParts && parts.Count == SymbolicText.MostArnParts
                ? Truths.All(patterns.Zip(parts, (pattern, part) => pattern.Match(part)))
                : glob.Match(actual) == Truth.False ? Truth.False : Truth.Uncertain;
        });

    internal static Comparison Number(Func<int, bool> holds) => Ordered(ParseNumber, holds);

    internal static Comparison Date(Func<int, bool> holds) => Ordered(ParseDate, holds);

    internal static Truth Bool(SymbolicText actual, string wanted, PatternReader reader) =>
        bool.TryParse(actual.Literal, out var is1) && bool.TryParse(wanted, out var is2) ? Truths.Of(is1 == is2) : Truth.Uncertain;

    internal static Truth Binary(SymbolicText actual, string wanted, PatternReader reader) => actual.Literal is { } literal
        ? Truths.Of(string.Equals(literal, wanted, StringComparison.Ordinal))
        : Truth.Uncertain;

    internal static Truth InAddressRange(SymbolicText actual, string wanted, PatternReader reader)
    {
        if (!AddressRange.TryParse(wanted, out var range))
        {
            return Truth.Uncertain;
        }

        // An address of AWS's own lies in no range that somebody lists, unless the range is the whole Internet.
        return actual.IsForeign
            ? Truths.Of(range.IsEverything)
            : AddressRange.TryParse(actual.Literal ?? "", out var address) ? Truths.Of(range.Contains(address.Address)) : Truth.Uncertain;
    }

    private static Comparison Ordered<T>(Func<string?, T?> parse, Func<int, bool> holds)
        where T : struct, IComparable<T> =>
        (actual, wanted, _) => parse(actual.Literal) is { } left && parse(wanted) is { } right
            ? Truths.Of(holds(left.CompareTo(right)))
            : Truth.Uncertain;

    private static double? ParseNumber(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Reads a date as policies write it, by ISO 8601 or in seconds since 1970; <see langword="null"/> for anything else.</summary>
    internal static DateTimeOffset? ParseDate(string? text)
    {
        if (DateTimeOffset.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return date;
        }

        return ParseNumber(text) is { } seconds and > -6e10 and < 2e11 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;
    }
}
