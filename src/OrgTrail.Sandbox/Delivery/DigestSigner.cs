using System.Security.Cryptography;
using System.Text;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>Signs digests. Serves one thread.</summary>
internal sealed class DigestSigner(SigningKeys keys) : IDisposable
{
    // To open a key takes longer than to sign with it.
    private readonly Dictionary<SandboxSigningKey, RSA> _opened = [];

    /// <summary>The fingerprint of the key that signs in a Region at a moment, which a digest names before it is signed.</summary>
    public string Fingerprint(string region, DateTimeOffset time) => keys.At(region, time).Fingerprint;

    /// <summary>
    /// The signature in lower-case hex: of the end time, the location, the hash and the previous digest's signature
    /// (CloudTrail user guide, "Custom implementations of CloudTrail log file integrity validation").
    /// </summary>
    public string Sign(DigestContent digest, string hash, string region, DateTimeOffset time)
    {
        var signed = $"{FileTime.Text(digest.End)}\n{digest.Bucket}/{digest.Key}\n{hash}\n{digest.Previous?.Signature ?? "null"}";
        var signature = Pair(keys.At(region, time)).SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Convert.ToHexString(signature).ToLowerInvariant();
    }

    public void Dispose()
    {
        foreach (var pair in _opened.Values)
            pair.Dispose();
    }

    private RSA Pair(SandboxSigningKey key)
    {
        if (!_opened.TryGetValue(key, out var pair))
            _opened[key] = pair = SigningKeys.Open(key);
        return pair;
    }
}
