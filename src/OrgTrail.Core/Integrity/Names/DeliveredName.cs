using System.Globalization;
using OrgTrail.Trails;

namespace OrgTrail.Integrity;

/// <summary>
/// A key of CloudTrail in its parts, read from its end: what stands in front of the account may have any form, also that of
/// an organization's id (CloudTrail user guide, "Getting and viewing your CloudTrail log files").
/// </summary>
/// <param name="Root">All in front of the account's id, with its slash: <c>&lt;prefix&gt;/AWSLogs/&lt;organization&gt;/</c>.</param>
/// <param name="Lane">Account and Region.</param>
/// <param name="Kind">By the folder.</param>
/// <param name="Day">The day's folder, <c>yyyy/MM/dd</c>.</param>
/// <param name="File">What stands behind the last slash.</param>
internal readonly record struct DeliveredName(string Root, AccountRegion Lane, DeliveredKind Kind, string Day, string File)
{
    private const string Ending = ".json.gz";
    private const string Backfill = "_backfill";
    private const int LogStamp = 14;
    private const int DigestStamp = 16;
    private const int Unique = 16;

    /// <summary>Takes a key apart.</summary>
    /// <returns><see langword="null"/> for a key that is none of CloudTrail.</returns>
    public static DeliveredName? Parse(string key)
    {
        var parts = key.Split('/');
        if (parts is not [.., var account, var folder, var region, var year, var month, var day, var file]) return null;
        if (account.Length != 12 || !account.All(char.IsAsciiDigit) || Partition.Find(region) is null || KindOf(folder) is not { } kind) return null;
        if (!IsDay(year, month, day) || file.Length == 0) return null;
        return new(string.Concat(parts[..^7].Select(part => part + "/")), new(account, region), kind, $"{year}/{month}/{day}", file);
    }

    /// <summary>The kind that a folder holds; <see langword="null"/> for another folder.</summary>
    public static DeliveredKind? KindOf(string folder) => folder switch
    {
        "CloudTrail" => DeliveredKind.Log,
        "CloudTrail-Digest" => DeliveredKind.Digest,
        "CloudTrail-Insight" or "CloudTrail-NetworkActivity" or "CloudTrail-Aggregated" => DeliveredKind.OtherLog,
        _ => null,
    };

    /// <summary>When a log file was delivered, to the minute; <see langword="null"/> when the file is named like none.</summary>
    public DateTimeOffset? LogTime()
    {
        var stem = $"{Lane.AccountId}_CloudTrail_{Lane.Region}_";
        var rest = Rest(stem);
        if (rest.Length != LogStamp + 1 + Unique || rest[LogStamp] != '_' || !IsUnique(rest[(LogStamp + 1)..])) return null;
        return Time(rest[..LogStamp], "yyyyMMdd'T'HHmm'Z'");
    }

    /// <summary>The end of a digest's time and its chain; <see langword="null"/> when it is none of the trail.</summary>
    public (DateTimeOffset End, bool IsBackfill)? DigestOf(TrailArn trail)
    {
        var rest = Rest($"{Lane.AccountId}_CloudTrail-Digest_{Lane.Region}_{trail.Name}_{trail.Region}_");
        var isBackfill = rest.EndsWith(Backfill, StringComparison.Ordinal);
        if (isBackfill) rest = rest[..^Backfill.Length];
        return rest.Length == DigestStamp && Time(rest, "yyyyMMdd'T'HHmmss'Z'") is { } end ? (end, isBackfill) : null;
    }

    /// <summary>The trail of a digest and its home Region; <see langword="null"/> when the file is named like no digest.</summary>
    public (string Name, string Home)? TrailOf()
    {
        var stem = $"{Lane.AccountId}_CloudTrail-Digest_{Lane.Region}_";
        if (StampOf() is null || !File.StartsWith(stem, StringComparison.Ordinal)) return null;
        var rest = File[stem.Length..^Ending.Length];
        if (rest.EndsWith(Backfill, StringComparison.Ordinal)) rest = rest[..^Backfill.Length];
        if (rest.Length <= DigestStamp + 1 || rest[^(DigestStamp + 1)] != '_') return null;
        rest = rest[..^(DigestStamp + 1)];
        // No Region has an underscore; names of trails may have some.
        var end = rest.LastIndexOf('_');
        return end > 0 && Partition.Find(rest[(end + 1)..]) is not null && NamingRule.TrailName.Check(rest[..end]) is null ? (rest[..end], rest[(end + 1)..]) : null;
    }

    /// <summary>The end of a digest's time by the stamp at the end of its name, whatever trail it is of.</summary>
    public DateTimeOffset? StampOf()
    {
        var name = File.AsSpan();
        if (!name.EndsWith(Ending, StringComparison.Ordinal)) return null;
        name = name[..^Ending.Length];
        if (name.EndsWith(Backfill, StringComparison.Ordinal)) name = name[..^Backfill.Length];
        return name.Length > DigestStamp ? Time(name[^DigestStamp..], "yyyyMMdd'T'HHmmss'Z'") : null;
    }

    private static bool IsUnique(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            if (!char.IsAsciiLetterOrDigit(character)) return false;
        return true;
    }

    private static bool IsDay(string year, string month, string day) =>
        year.Length == 4 && month.Length == 2 && day.Length == 2 && Time($"{year}{month}{day}", "yyyyMMdd") is not null;

    private static DateTimeOffset? Time(ReadOnlySpan<char> text, string format) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private ReadOnlySpan<char> Rest(string stem) =>
        File.StartsWith(stem, StringComparison.Ordinal) && File.EndsWith(Ending, StringComparison.Ordinal) && File.Length >= stem.Length + Ending.Length
            ? File.AsSpan(stem.Length, File.Length - stem.Length - Ending.Length)
            : default;
}
