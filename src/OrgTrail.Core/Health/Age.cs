using System.Globalization;

namespace OrgTrail.Health;

/// <summary>Spans of time in words.</summary>
internal static class Age
{
    /// <summary>For example <c>40 minutes</c>, <c>3 hours</c> or <c>12 days</c>, rounded down.</summary>
    public static string Text(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalMinutes: < 120 } => Count((int)span.TotalMinutes, "minute"),
        { TotalHours: < 48 } => Count((int)span.TotalHours, "hour"),
        _ => Count((int)span.TotalDays, "day"),
    };

    /// <summary>A moment as people and scripts read it, in UTC.</summary>
    public static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string Count(int number, string unit) => number == 1 ? $"1 {unit}" : $"{number} {unit}s";
}
