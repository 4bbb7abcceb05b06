using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OrgTrail.Integrity;

/// <summary>
/// Reads digests that may come from anybody: bounded in depth and number, each member once and of its type. Members that
/// are not known are let be, since AWS adds some.
/// </summary>
internal static class DigestReader
{
    /// <summary>How many bytes a digest may have, uncompressed: a hundred thousand log files in an hour.</summary>
    public const int Largest = 64 * 1024 * 1024;

    private const int LongestText = 4 * 1024;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    /// <summary>Reads a digest.</summary>
    /// <exception cref="DigestFormatException">It is none.</exception>
    public static DigestDocument Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new DigestFormatException("it is no JSON object");
            var (members, logs) = Members(ref reader);
            // What stands behind the object is an error of the reader.
            reader.Read();
            return Document(members, logs ?? throw new DigestFormatException("it has no logFiles"));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            throw new DigestFormatException("it is no JSON");
        }
    }

    private static DigestDocument Document(Dictionary<string, string?> members, IReadOnlyList<ListedLog> logs)
    {
        var end = Required(members, "digestEndTime");
        var document = new DigestDocument
        {
            AccountId = Required(members, "awsAccountId"),
            Start = Time("digestStartTime", Required(members, "digestStartTime")),
            End = Time("digestEndTime", end),
            EndText = end,
            Bucket = Required(members, "digestS3Bucket"),
            Key = Required(members, "digestS3Object"),
            Fingerprint = Required(members, "digestPublicKeyFingerprint"),
            Algorithm = Required(members, "digestSignatureAlgorithm"),
            Previous = Previous(members),
            Logs = logs,
        };
        return document.Start < document.End ? document : throw new DigestFormatException("it ends before it begins");
    }

    private static DigestLink? Previous(Dictionary<string, string?> members)
    {
        string[] names = ["previousDigestS3Bucket", "previousDigestS3Object", "previousDigestHashValue", "previousDigestHashAlgorithm", "previousDigestSignature"];
        if (names.FirstOrDefault(name => !members.ContainsKey(name)) is { } missing) throw new DigestFormatException($"it has no {missing}");
        if (names.All(name => members[name] is null)) return null;
        if (names.FirstOrDefault(name => members[name] is null) is { } empty) throw new DigestFormatException($"its {empty} is null, and others of the digest in front of it are not");
        RequireSha256("previousDigestHashAlgorithm", members["previousDigestHashAlgorithm"]!);
        return new(members[names[0]]!, members[names[1]]!, Hash(names[2], members[names[2]]!), members[names[4]]!);
    }

    private static (Dictionary<string, string?> Members, List<ListedLog>? Logs) Members(ref Utf8JsonReader reader)
    {
        var members = new Dictionary<string, string?>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<ListedLog>? logs = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader);
            if (!seen.Add(name)) throw new DigestFormatException($"it has {Short(name)} twice");
            reader.Read();
            if (name == "logFiles") logs = Logs(ref reader);
            else if (reader.TokenType is JsonTokenType.String) members[name] = Text(ref reader);
            else if (reader.TokenType is JsonTokenType.Null) members[name] = null;
            else reader.Skip();
        }

        return (members, logs);
    }

    private static List<ListedLog> Logs(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new DigestFormatException("its logFiles is no list");
        var logs = new List<ListedLog>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new DigestFormatException("its logFiles has something else than log files");
            var (members, inner) = Members(ref reader);
            if (inner is not null) throw new DigestFormatException("a log file of it has logFiles");
            RequireSha256("hashAlgorithm", Required(members, "hashAlgorithm"));
            logs.Add(new(Required(members, "s3Bucket"), Required(members, "s3Object"), Hash("hashValue", Required(members, "hashValue"))));
        }

        return logs;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        return length <= LongestText ? reader.GetString()! : throw new DigestFormatException("a text in it is longer than any of CloudTrail");
    }

    private static string Required(Dictionary<string, string?> members, string name) =>
        members.GetValueOrDefault(name) is { Length: > 0 } text ? text : throw new DigestFormatException($"it has no {name}");

    private static void RequireSha256(string name, string value)
    {
        if (value != "SHA-256") throw new DigestFormatException($"its {name} is not SHA-256");
    }

    private static string Hash(string name, string value) =>
        value.Length == 64 && value.All(char.IsAsciiHexDigit) ? value.ToLowerInvariant() : throw new DigestFormatException($"its {name} is no SHA-256 in hex");

    private static DateTimeOffset Time(string name, string text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new DigestFormatException($"its {name} is no time");

    private static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
