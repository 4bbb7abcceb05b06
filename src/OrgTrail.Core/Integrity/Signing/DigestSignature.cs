using System.Security.Cryptography;
using System.Text;

namespace OrgTrail.Integrity;

/// <summary>The signatures of digests (CloudTrail user guide, "Custom implementations of CloudTrail log file integrity validation").</summary>
internal static class DigestSignature
{
    private static readonly HashAlgorithmName[] Others = [HashAlgorithmName.SHA1, HashAlgorithmName.MD5, HashAlgorithmName.SHA384, HashAlgorithmName.SHA512];

    /// <summary>What a digest's signature covers.</summary>
    public static byte[] Signed(DigestDocument digest, string hash) =>
        Encoding.UTF8.GetBytes($"{digest.EndText}\n{digest.Bucket}/{digest.Key}\n{hash}\n{digest.Previous?.Signature ?? "null"}");

    /// <summary>What a signature is worth.</summary>
    /// <param name="digest">What the digest says.</param>
    /// <param name="hash">The SHA-256 of its uncompressed bytes.</param>
    /// <param name="signature">The signature in hex.</param>
    /// <param name="key">The key that the digest names.</param>
    public static SignatureVerdict Judge(DigestDocument digest, string hash, string signature, SigningKey key)
    {
        if (signature.Length is 0 or > 4096 || signature.Length % 2 != 0 || !signature.All(char.IsAsciiHexDigit)) return SignatureVerdict.Invalid;
        var (signed, bytes) = (Signed(digest, hash), Convert.FromHexString(signature));
        if (key.Verify(signed, bytes, HashAlgorithmName.SHA256)) return SignatureVerdict.Valid;
        return Others.Any(other => key.Verify(signed, bytes, other)) ? SignatureVerdict.Weak : SignatureVerdict.Invalid;
    }
}
