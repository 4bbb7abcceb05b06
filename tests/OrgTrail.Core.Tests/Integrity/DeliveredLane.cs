using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using OrgTrail.Integrity;
using OrgTrail.Trails;

namespace OrgTrail.Core.Tests.Integrity;

/// <summary>What CloudTrail delivered for one account in one Region: made, hashed and signed here, by the user guide and not by the code under test.</summary>
internal sealed class DeliveredLane(BucketStore store, LogRoot root, AccountRegion lane, TrailArn trail)
{
    private readonly List<object> _listed = [];
    private string? _key;
    private string? _bucket;
    private string? _hash;
    private string? _signature;
    private int _serial;

    public AccountRegion Lane => lane;

    public LogRoot Root { get; set; } = root;

    public Signer Signer { get; set; } = Signer.Named(lane.Region);

    /// <summary>Whether digests are of the chain of late log files.</summary>
    public bool IsBackfill { get; set; }

    /// <summary>The keys of the digests, the oldest first.</summary>
    public List<string> Digests { get; } = [];

    /// <summary>The keys of the log files, the oldest first.</summary>
    public List<string> Logs { get; } = [];

    /// <summary>Delivers hours, each with log files and a digest.</summary>
    public DeliveredLane Hours(DateTimeOffset start, int count, int logs = 2)
    {
        for (var hour = 0; hour < count; hour++, start += TimeSpan.FromHours(1))
            Hour(start, start + TimeSpan.FromHours(1), logs);
        return this;
    }

    /// <summary>Delivers one digest and its log files.</summary>
    public DeliveredLane Hour(DateTimeOffset start, DateTimeOffset end, int logs)
    {
        for (var count = 0; count < logs; count++) Log(start + ((end - start) * (count + 1) / (logs + 1)));
        Digest(start, end);
        return this;
    }

    /// <summary>Delivers a log file that the next digest lists.</summary>
    public string Log(DateTimeOffset time)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new { Records = Enumerable.Range(0, 3).Select(index => new { eventID = $"{lane.AccountId}-{lane.Region}-{++_serial}-{index}", eventTime = Text(time), awsRegion = lane.Region }) });
        var key = $"{Root.Logs(lane)}{LogRoot.Day(time)}{lane.AccountId}_CloudTrail_{lane.Region}_{Stamp(time, "yyyyMMddTHHmmZ")}_{_serial:D16}.json.gz";
        store.Files[(Root.Bucket, key)] = new() { Bytes = Packing.Zip(content), LastModified = time };
        _listed.Add(new { s3Bucket = Root.Bucket, s3Object = key, hashValue = Packing.Hash(content), hashAlgorithm = "SHA-256", newestEventTime = Text(time), oldestEventTime = Text(time) });
        Logs.Add(key);
        return key;
    }

    /// <summary>Delivers a digest.</summary>
    public string Digest(DateTimeOffset start, DateTimeOffset end)
    {
        var key = $"{Root.Digests(lane)}{LogRoot.Day(end)}{lane.AccountId}_CloudTrail-Digest_{lane.Region}_{trail.Name}_{trail.Region}_{Stamp(end, "yyyyMMddTHHmmssZ")}{(IsBackfill ? "_backfill" : "")}.json.gz";
        var json = JsonSerializer.Serialize(new
        {
            awsAccountId = lane.AccountId,
            digestStartTime = Text(start),
            digestEndTime = Text(end),
            digestS3Bucket = Root.Bucket,
            digestS3Object = key,
            digestPublicKeyFingerprint = Signer.Fingerprint,
            digestSignatureAlgorithm = "SHA256withRSA",
            newestEventTime = _listed.Count == 0 ? null : Text(end),
            oldestEventTime = _listed.Count == 0 ? null : Text(start),
            previousDigestS3Bucket = _bucket,
            previousDigestS3Object = _key,
            previousDigestHashValue = _hash,
            previousDigestHashAlgorithm = _hash is null ? null : "SHA-256",
            previousDigestSignature = _signature,
            logFiles = _listed,
        });
        _listed.Clear();
        Store(key, json, end, Signer, HashAlgorithmName.SHA256);
        Digests.Add(key);
        return key;
    }

    /// <summary>Ends the chain: the next digest is the first of another.</summary>
    public DeliveredLane Restart()
    {
        (_bucket, _key, _hash, _signature) = (null, null, null, null);
        return this;
    }

    /// <summary>Writes a digest's text, signed as it is.</summary>
    public void Store(string key, string json, DateTimeOffset end, Signer signer, HashAlgorithmName hash)
    {
        using var document = JsonDocument.Parse(json);
        var content = System.Text.Encoding.UTF8.GetBytes(json);
        var previous = document.RootElement.GetProperty("previousDigestSignature").GetString();
        var signed = $"{document.RootElement.GetProperty("digestEndTime").GetString()}\n{Root.Bucket}/{key}\n{Packing.Hash(content)}\n{previous ?? "null"}";
        var signature = signer.Sign(signed, hash);
        var file = new StoredFile { Bytes = Packing.Zip(content), LastModified = end + TimeSpan.FromMinutes(30), Metadata = new() { ["signature"] = signature, ["signature-algorithm"] = "SHA256withRSA" } };
        if (IsBackfill) file.Metadata["backfill-generation-timestamp"] = Text(end);
        store.Files[(Root.Bucket, key)] = file;
        (_bucket, _key, _hash, _signature) = (Root.Bucket, key, Packing.Hash(content), signature);
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Stamp(DateTimeOffset time, string format) =>
        time.UtcDateTime.ToString(format.Replace("T", "'T'", StringComparison.Ordinal).Replace("Z", "'Z'", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
