using System.Globalization;

namespace OrgTrail.Health;

/// <summary>
/// The keys of the files that prove deliveries (CloudTrail user guide, "Getting and viewing your CloudTrail log files" and
/// "CloudTrail digest file structure"). Within a origin they are in the order of days and, for one trail, of times.
/// </summary>
/// <param name="logs">The folder of all accounts, with its slash: <c>&lt;prefix&gt;/AWSLogs/&lt;organization&gt;/</c>.</param>
internal abstract class DeliveredKeys(string logs)
{
    // Behind every character that keys of files have.
    private const char Last = '~';
    private const string DayFormat = "yyyy/MM/dd/";

    /// <summary>For how long nothing may come from a origin before it counts as silent.</summary>
    public abstract TimeSpan Window { get; }

    /// <summary>Whether they come also when nothing happened, so that silence proves a gap.</summary>
    public abstract bool ComeAlways { get; }

    /// <summary>The folder beside those of other sorts of files.</summary>
    protected abstract string Kind { get; }

    /// <summary>How the time is written in a file's name.</summary>
    protected abstract string StampFormat { get; }

    /// <summary>The folder whose folders are the Regions that an account ever delivered from.</summary>
    public string Regions(string account) => $"{logs}{account}/{Kind}/";

    /// <summary>The folder of a origin.</summary>
    public string Folder(AccountRegion origin) => $"{Regions(origin.Account)}{origin.Region}/";

    /// <summary>The key right before those of the trail's files from a moment on.</summary>
    public string Before(AccountRegion origin, DateTimeOffset time) =>
        Folder(origin) + Format(time, DayFormat) + Stem(origin) + Format(time, StampFormat);

    /// <summary>The time that a file of the trail is named after; <see langword="null"/> for a file of another trail or hand.</summary>
    public DateTimeOffset? TimeOf(AccountRegion origin, string key)
    {
        var start = Folder(origin).Length + DayFormat.Length;
        var stem = Stem(origin);
        if (key.Length <= start || !key.AsSpan(start).StartsWith(stem, StringComparison.Ordinal)) return null;

        var stamp = key.AsSpan(start + stem.Length);
        var length = StampFormat.Replace("'", "", StringComparison.Ordinal).Length;
        return stamp.Length > length && IsEnd(stamp[length..])
            && DateTimeOffset.TryParseExact(stamp[..length], StampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
    }

    /// <summary>Where to look on behind a key that is not the trail's: at its own keys of that day, or at the next day.</summary>
    public string Behind(AccountRegion origin, string foreign)
    {
        var day = Folder(origin).Length + DayFormat.Length;
        if (foreign.Length <= day || foreign[day - 1] != '/') return foreign;

        var own = foreign[..day] + Stem(origin);
        return string.CompareOrdinal(foreign, own) < 0 ? own
            : foreign.StartsWith(own, StringComparison.Ordinal) ? foreign
            : foreign[..day] + Last;
    }

    /// <summary>What a file's name begins with, up to the time.</summary>
    protected abstract string Stem(AccountRegion origin);

    /// <summary>Whether a file's name can end like this behind the time.</summary>
    protected abstract bool IsEnd(ReadOnlySpan<char> end);

    private static string Format(DateTimeOffset time, string format) => time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
