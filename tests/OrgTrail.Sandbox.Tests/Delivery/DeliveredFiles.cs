using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OrgTrail.Sandbox.Storage;
using OrgTrail.Sandbox.Tests.Services.CloudTrail;

namespace OrgTrail.Sandbox.Tests.Delivery;

/// <summary>What CloudTrail delivered, read and verified without any of the code that wrote it.</summary>
internal sealed class DeliveredFiles(Scene scene, string bucket = Scene.Bucket)
{
    public IReadOnlyList<string> Keys => [.. All.Where(key => !key.EndsWith('/'))];

    /// <summary>The empty objects by which CloudTrail tried the bucket.</summary>
    public IReadOnlyList<string> Probes => [.. All.Where(key => key.EndsWith('/'))];

    private IEnumerable<string> All => scene.Context.Objects.List(bucket, "", "").Select(stored => stored.Key);

    public IReadOnlyList<string> LogFiles => [.. Keys.Where(key => key.Contains("/CloudTrail/", StringComparison.Ordinal))];

    public IReadOnlyList<string> Digests => [.. Keys.Where(key => key.Contains("/CloudTrail-Digest/", StringComparison.Ordinal) && !IsBackfill(key))];

    public IReadOnlyList<string> Backfills => [.. Keys.Where(IsBackfill)];

    public static bool IsBackfill(string key) => key.EndsWith("_backfill.json.gz", StringComparison.Ordinal);

    public StoredObject Object(string key) => scene.Context.Objects.Find(bucket, key)!;

    public byte[] Bytes(string key)
    {
        using var gzip = new GZipStream(new MemoryStream(scene.Context.Objects.Read(Object(key)).ToArray()), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }

    public JsonObject Json(string key) => JsonNode.Parse(Bytes(key))!.AsObject();

    /// <summary>Verifies a digest's signature and the hashes of all that it refers to.</summary>
    public void Verify(string key)
    {
        var digest = Json(key);
        Assert.Equal(key, (string?)digest["digestS3Object"]);
        var signed = $"{digest["digestEndTime"]}\n{bucket}/{key}\n{Sha256(Bytes(key))}\n{(string?)digest["previousDigestSignature"] ?? "null"}";
        using var publicKey = PublicKey((string)digest["digestPublicKeyFingerprint"]!, Region(key));
        Assert.True(publicKey.VerifyData(Encoding.UTF8.GetBytes(signed), Convert.FromHexString(Object(key).Headers["x-amz-meta-signature"]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        foreach (var file in digest["logFiles"]!.AsArray())
            Assert.Equal(Sha256(Bytes((string)file!["s3Object"]!)), (string?)file["hashValue"]);
        if ((string?)digest["previousDigestS3Object"] is { } previous)
        {
            Assert.Equal(Sha256(Bytes(previous)), (string?)digest["previousDigestHashValue"]);
            Assert.Equal(Object(previous).Headers["x-amz-meta-signature"], (string?)digest["previousDigestSignature"]);
        }
    }

    public static string Sha256(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();

    [SuppressMessage("Security", "CA5351", Justification = "CloudTrail's fingerprints are MD5.")]
    private RSA PublicKey(string fingerprint, string region)
    {
        var listed = scene.Call("ListPublicKeys", new { StartTime = 0, EndTime = 1e10 }, region: region)["PublicKeyList"]!.AsArray();
        var value = Convert.FromBase64String((string)listed.Single(key => (string?)key!["Fingerprint"] == fingerprint)!["Value"]!);
        Assert.Equal(fingerprint, Convert.ToHexString(MD5.HashData(value)).ToLowerInvariant());
        var key = RSA.Create();
        key.ImportRSAPublicKey(value, out _);
        return key;
    }

    private static string Region(string key) => key.Split("/CloudTrail-Digest/")[1].Split('/')[0];
}
