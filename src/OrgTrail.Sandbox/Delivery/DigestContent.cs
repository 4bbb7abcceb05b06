using System.Text.Encodings.Web;
using System.Text.Json;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>A digest before it is signed (CloudTrail user guide, "CloudTrail digest file structure").</summary>
internal sealed record DigestContent
{
    /// <summary>The algorithm of signatures, as digests name it.</summary>
    public const string SignatureAlgorithm = "SHA256withRSA";

    private const string HashAlgorithm = "SHA-256";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required string AccountId { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required string Bucket { get; init; }

    public required string Key { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>The digest before this one; <see langword="null"/> for the first of a chain.</summary>
    public required SandboxDigestLink? Previous { get; init; }

    public required IReadOnlyList<SandboxLogFile> LogFiles { get; init; }

    public byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            WriteHead(json);
            WritePrevious(json);
            json.WriteStartArray("logFiles");
            foreach (var file in LogFiles)
                WriteLogFile(json, file);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private void WriteHead(Utf8JsonWriter json)
    {
        json.WriteString("awsAccountId", AccountId);
        json.WriteString("digestStartTime", FileTime.Text(Start));
        json.WriteString("digestEndTime", FileTime.Text(End));
        json.WriteString("digestS3Bucket", Bucket);
        json.WriteString("digestS3Object", Key);
        json.WriteString("digestPublicKeyFingerprint", Fingerprint);
        json.WriteString("digestSignatureAlgorithm", SignatureAlgorithm);
        json.WriteString("newestEventTime", LogFiles.Count == 0 ? null : FileTime.Text(LogFiles.Max(file => file.NewestEventTime)));
        json.WriteString("oldestEventTime", LogFiles.Count == 0 ? null : FileTime.Text(LogFiles.Min(file => file.OldestEventTime)));
    }

    private void WritePrevious(Utf8JsonWriter json)
    {
        json.WriteString("previousDigestS3Bucket", Previous?.Bucket);
        json.WriteString("previousDigestS3Object", Previous?.Key);
        json.WriteString("previousDigestHashValue", Previous?.Hash);
        json.WriteString("previousDigestHashAlgorithm", Previous is null ? null : HashAlgorithm);
        json.WriteString("previousDigestSignature", Previous?.Signature);
    }

    private static void WriteLogFile(Utf8JsonWriter json, SandboxLogFile file)
    {
        json.WriteStartObject();
        json.WriteString("s3Bucket", file.Bucket);
        json.WriteString("s3Object", file.Key);
        json.WriteString("hashValue", file.Hash);
        json.WriteString("hashAlgorithm", HashAlgorithm);
        json.WriteString("newestEventTime", FileTime.Text(file.NewestEventTime));
        json.WriteString("oldestEventTime", FileTime.Text(file.OldestEventTime));
        json.WriteEndObject();
    }
}
