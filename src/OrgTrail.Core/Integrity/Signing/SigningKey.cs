using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using OrgTrail.Ports;

namespace OrgTrail.Integrity;

/// <summary>A public key that is ready to verify with; serves many threads.</summary>
internal sealed class SigningKey : IDisposable
{
    private const int LeastBits = 2048;
    private readonly object _gate = new();
    private readonly RSA _rsa;

    private SigningKey(DigestKey key, RSA rsa) => (Key, _rsa) = (key, rsa);

    /// <summary>The key as CloudTrail shows it.</summary>
    public DigestKey Key { get; }

    /// <summary>Opens a key: PKCS #1 as documented, or SubjectPublicKeyInfo as in one of AWS's published samples.</summary>
    /// <returns><see langword="null"/> when it is no RSA key, a short one, or not the one that its fingerprint names.</returns>
    public static SigningKey? Open(DigestKey key)
    {
        if (!string.Equals(Fingerprint(key.Value), key.Fingerprint, StringComparison.OrdinalIgnoreCase)) return null;
        var rsa = RSA.Create();
        if ((TryImport(key.Value, rsa.ImportRSAPublicKey) || TryImport(key.Value, rsa.ImportSubjectPublicKeyInfo)) && rsa.KeySize >= LeastBits)
            return new(key, rsa);

        rsa.Dispose();
        return null;
    }

    /// <summary>By what digests name a key: the MD5 of its DER as CloudTrail returns it.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "CloudTrail's fingerprints are the MD5 of the DER; they only name keys.")]
    public static string Fingerprint(byte[] value) => Convert.ToHexString(MD5.HashData(value)).ToLowerInvariant();

    /// <summary>Whether a signature is that of some data.</summary>
    public bool Verify(byte[] data, byte[] signature, HashAlgorithmName hash)
    {
        lock (_gate)
            return _rsa.VerifyData(data, signature, hash, RSASignaturePadding.Pkcs1);
    }

    public void Dispose() => _rsa.Dispose();

    private static bool TryImport(byte[] value, Import import)
    {
        try
        {
            import(value, out var count);
            return count == value.Length;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private delegate void Import(ReadOnlySpan<byte> value, out int count);
}
