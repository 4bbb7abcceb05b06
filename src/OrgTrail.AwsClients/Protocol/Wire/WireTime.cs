using System.Globalization;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>Times as the protocols write them ("Timestamp formats" in the descriptions of both).</summary>
internal static class WireTime
{
    /// <summary>Seconds since 1970, with a fraction.</summary>
    public static decimal ToSeconds(DateTime time) => (decimal)(time.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;

    /// <summary>ISO 8601.</summary>
    public static string ToText(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <exception cref="UnreadableValueException">It is too far from now for a time.</exception>
    public static DateTime FromSeconds(decimal seconds)
    {
        try
        {
            return DateTime.UnixEpoch.AddTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            throw new UnreadableValueException("is a time out of range");
        }
    }

    /// <exception cref="UnreadableValueException">It is no time.</exception>
    public static DateTime Parse(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new UnreadableValueException("is no time");
}
