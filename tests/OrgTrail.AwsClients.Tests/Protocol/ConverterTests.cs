using System.Text.Json;
using OrgTrail.AwsClients.Protocol;

namespace OrgTrail.AwsClients.Tests.Protocol;

public sealed class ConverterTests
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new EpochSecondsConverter(), new Base64StreamConverter() },
    };

    [Theory]
    [InlineData("2025-01-02T03:04:05Z", "1735787045")]
    [InlineData("2025-01-02T03:04:05.1230000Z", "1735787045.123")]
    [InlineData("2025-01-02T03:04:05.1234567Z", "1735787045.1234567")]
    [InlineData("1969-12-31T23:59:59.5000000Z", "-0.5")]
    [InlineData("2025-01-02T05:04:05+02:00", "1735787045")]
    public void A_time_is_written_in_seconds_and_read_back(string time, string seconds)
    {
        var value = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture).LocalDateTime;

        var json = JsonSerializer.Serialize(value, Options);

        Assert.Equal(seconds, json);
        var read = JsonSerializer.Deserialize<DateTime>(json, Options);
        Assert.Equal((value.ToUniversalTime(), DateTimeKind.Utc), (read, read.Kind));
    }

    [Theory]
    [InlineData("\"2025-01-02T03:04:05Z\"")]
    [InlineData("\"2025-01-02T05:04:05+02:00\"")]
    [InlineData("1735787045.0")]
    [InlineData("1.735787045e9")]
    public void A_time_is_read_in_every_form(string json) =>
        Assert.Equal(new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc), JsonSerializer.Deserialize<DateTime>(json, Options));

    [Theory]
    [InlineData("true")]
    [InlineData("\"soon\"")]
    [InlineData("1e25")]
    [InlineData("1e300")]
    public void What_is_no_time_is_an_error_of_the_JSON(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DateTime>(json, Options));

    [Fact]
    public void A_blob_is_written_in_Base64_from_its_beginning_and_read_back()
    {
        using var blob = new MemoryStream([0, 1, 254, 255]) { Position = 3 };

        var json = JsonSerializer.Serialize(blob, Options);

        Assert.Equal("\"AAH+/w==\"", json.Replace("\\u002B", "+", StringComparison.Ordinal));
        using var read = JsonSerializer.Deserialize<MemoryStream>(json, Options);
        Assert.Equal(blob.ToArray(), read!.ToArray());
        Assert.Equal(0, read.Position);
    }

    [Theory]
    [InlineData("\"not Base64!\"")]
    [InlineData("7")]
    public void What_is_no_blob_is_an_error_of_the_JSON(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MemoryStream>(json, Options));
}
