using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>Makes up the events of log files. The same seed gives the same files. Its buffer serves one file after the other.</summary>
internal sealed class LogFileContent
{
    private const int MostEvents = 4;
    private readonly ArrayBufferWriter<byte> _bytes = new(8 * 1024);

    /// <summary>The bytes that <see cref="Write"/> wrote last.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>Writes a file with the events of an account and Region of the five minutes before a moment.</summary>
    /// <returns>The times of its oldest and its newest event.</returns>
    public (DateTimeOffset Oldest, DateTimeOffset Newest) Write(AccountRegion place, IReadOnlyList<EventKind> kinds, DateTimeOffset until, Random random)
    {
        var times = new DateTimeOffset[random.Next(1, MostEvents + 1)];
        for (var index = 0; index < times.Length; index++)
            times[index] = until - TimeSpan.FromSeconds(random.Next(1, (int)FileTime.LogStep.TotalSeconds));
        Array.Sort(times);
        _bytes.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_bytes);
        json.WriteStartObject();
        json.WriteStartArray("Records");
        foreach (var time in times)
            WriteEvent(json, place, kinds[random.Next(kinds.Count)], time, random);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return (times[0], times[^1]);
    }

    /// <summary>The hash that a digest lists, in lower-case hex.</summary>
    public string Hash() => Convert.ToHexString(SHA256.HashData(Bytes)).ToLowerInvariant();

    private static void WriteEvent(Utf8JsonWriter json, AccountRegion place, EventKind kind, DateTimeOffset time, Random random)
    {
        json.WriteStartObject();
        json.WriteString("eventVersion", "1.11");
        WriteIdentity(json, place.AccountId, random);
        json.WriteString("eventTime", FileTime.Text(time));
        json.WriteString("eventSource", kind.Source);
        json.WriteString("eventName", kind.Name);
        json.WriteString("awsRegion", place.Region);
        json.WriteString("sourceIPAddress", $"203.0.113.{random.Next(1, 255)}");
        json.WriteString("userAgent", "aws-sdk-dotnet-coreclr/4.0.0");
        json.WritePropertyName("requestParameters");
        json.WriteRawValue(kind.Parameters, skipInputValidation: true);
        json.WriteNull("responseElements");
        json.WriteString("requestID", Id(random));
        json.WriteString("eventID", Id(random));
        json.WriteBoolean("readOnly", kind.ReadOnly);
        json.WriteString("eventType", "AwsApiCall");
        json.WriteBoolean("managementEvent", true);
        json.WriteString("recipientAccountId", place.AccountId);
        json.WriteString("eventCategory", "Management");
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, string accountId, Random random)
    {
        json.WriteStartObject("userIdentity");
        json.WriteString("type", "AssumedRole");
        json.WriteString("principalId", "AROAEXAMPLEROLEID0001:deploy");
        json.WriteString("arn", $"arn:aws:sts::{accountId}:assumed-role/deploy/deploy");
        json.WriteString("accountId", accountId);
        json.WriteString("accessKeyId", $"ASIAEXAMPLE{random.Next(100_000_000):D9}");
        json.WriteEndObject();
    }

    private static Guid Id(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
