using System.Security.Cryptography;
using OrgTrail.Integrity;
using OrgTrail.Ports;

namespace OrgTrail.Core.Tests.Integrity;

/// <summary>A key pair that digests are signed with. To make one takes a tenth of a second, so all tests share a few.</summary>
internal sealed class Signer
{
    private static readonly Dictionary<string, Signer> Known = [];

    private Signer(bool isPkcs1) => Value = isPkcs1 ? Pair.ExportRSAPublicKey() : Pair.ExportSubjectPublicKeyInfo();

    public RSA Pair { get; } = RSA.Create(2048);

    public byte[] Value { get; }

    public string Fingerprint => SigningKey.Fingerprint(Value);

    public static Signer Named(string name, bool isPkcs1 = true)
    {
        lock (Known)
            return Known.TryGetValue(name, out var signer) ? signer : Known[name] = new(isPkcs1);
    }

    public DigestKey Key(DateTimeOffset from, DateTimeOffset to) => new(Fingerprint, Value, from, to);

    public string Sign(string text, HashAlgorithmName hash) =>
        Convert.ToHexString(Pair.SignData(System.Text.Encoding.UTF8.GetBytes(text), hash, RSASignaturePadding.Pkcs1)).ToLowerInvariant();
}
