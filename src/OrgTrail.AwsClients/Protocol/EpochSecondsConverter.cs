using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgTrail.AwsClients.Protocol;

/// <summary>
/// Times on the wire are seconds since 1970 with a fraction (AWS JSON 1.1, "Timestamp formats"). Text in ISO 8601 is
/// understood too, as the SDK does. What is read is UTC.
/// </summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var seconds))
            return FromSeconds(seconds);
        if (reader.TokenType == JsonTokenType.String && DateTime.TryParse(
            reader.GetString(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var time))
            return time;
        throw new JsonException("A time is neither a number of seconds nor ISO 8601.");
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        var seconds = (decimal)(value.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        writer.WriteNumberValue(seconds);
    }

    private static DateTime FromSeconds(decimal seconds)
    {
        try
        {
            return DateTime.UnixEpoch.AddTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            throw new JsonException("A time is out of range.", e);
        }
    }
}
