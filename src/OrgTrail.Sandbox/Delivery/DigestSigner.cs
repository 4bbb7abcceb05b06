using System.Security.Cryptography;
using System.Text;
using OrgTrail.Sandbox.State;

namespace OrgTrail.Sandbox.Delivery;

/// <summary>Signs the digests of one Region. Serves one thread.</summary>
internal sealed class DigestSigner(SigningKeys keys, string region) : IDisposable
{
    private SandboxSigningKey? _key;
    private RSA? _pair;

    /// <summary>The fingerprint of the key that signs at a moment, which a digest names before it is signed.</summary>
    public string Fingerprint(DateTimeOffset time) => KeyAt(time).Fingerprint;

    /// <summary>
    /// The signature in lower-case hex: of the end time, the location, the hash and the previous digest's signature
    /// (CloudTrail user guide, "Custom implementations of CloudTrail log file integrity validation").
    /// </summary>
    public string Sign(DigestContent digest, string hash, DateTimeOffset time)
    {
        KeyAt(time);
        var signed = $"{FileTime.Text(digest.End)}\n{digest.Bucket}/{digest.Key}\n{hash}\n{digest.Previous?.Signature ?? "null"}";
        var signature = _pair!.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Convert.ToHexString(signature).ToLowerInvariant();
    }

    public void Dispose() => _pair?.Dispose();

    private SandboxSigningKey KeyAt(DateTimeOffset time)
    {
        var key = keys.At(region, time);
        if (key != _key)
        {
            _pair?.Dispose();
            (_key, _pair) = (key, SigningKeys.Open(key));
        }

        return key;
    }
}
