using System.Globalization;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>Times as log files and digests write them, and the steps in which CloudTrail delivers.</summary>
internal static class FileTime
{
    /// <summary>CloudTrail user guide, "Getting and viewing your CloudTrail log files": log files come about every five minutes.</summary>
    public static readonly TimeSpan LogStep = TimeSpan.FromMinutes(5);

    /// <summary>CloudTrail user guide, "Validating CloudTrail log file integrity": digests come every hour.</summary>
    public static readonly TimeSpan DigestStep = TimeSpan.FromHours(1);

    /// <summary>How long after its end a digest is delivered: half an hour, as was seen on AWS in September 2026.</summary>
    public static readonly TimeSpan DigestDelay = TimeSpan.FromMinutes(30);

    /// <summary>CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail": what cannot be delivered is tried for 30 days.</summary>
    public static readonly TimeSpan RetryLimit = TimeSpan.FromDays(30);

    /// <summary>For example <c>2026-01-02T03:04:05Z</c>.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The same with milliseconds.</summary>
    public static string Exact(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The full second that a time lies in.</summary>
    public static DateTimeOffset Second(DateTimeOffset time) => Floor(time, TimeSpan.FromSeconds(1));

    /// <summary>The times at which log files are delivered: behind <paramref name="after"/>, up to and with <paramref name="until"/>.</summary>
    public static IEnumerable<DateTimeOffset> LogTimes(DateTimeOffset after, DateTimeOffset until)
    {
        for (var time = Floor(after, LogStep) + LogStep; time <= until; time += LogStep)
            yield return time;
    }

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step) => new(time.UtcTicks - (time.UtcTicks % step.Ticks), TimeSpan.Zero);
}
