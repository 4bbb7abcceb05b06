namespace OrgTrail.Sandbox.Services.Kms;

/// <summary>What keys of each spec can do (KMS API reference, CreateKey). The first usage is the one of keys that name none, where AWS has a default.</summary>
internal static class KeySpecs
{
    public const string Symmetric = "SYMMETRIC_DEFAULT";
    private const string Encrypt = "ENCRYPT_DECRYPT";
    private const string Sign = "SIGN_VERIFY";
    private const string Mac = "GENERATE_VERIFY_MAC";
    private const string Agree = "KEY_AGREEMENT";

    private static readonly string[] RsaEncryption = ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"];

    private static readonly Dictionary<string, string[]> UsagesBySpec = new(StringComparer.Ordinal)
    {
        [Symmetric] = [Encrypt],
        ["RSA_2048"] = [Encrypt, Sign],
        ["RSA_3072"] = [Encrypt, Sign],
        ["RSA_4096"] = [Encrypt, Sign],
        ["ECC_NIST_P256"] = [Sign, Agree],
        ["ECC_NIST_P384"] = [Sign, Agree],
        ["ECC_NIST_P521"] = [Sign, Agree],
        ["ECC_SECG_P256K1"] = [Sign],
        ["HMAC_224"] = [Mac],
        ["HMAC_256"] = [Mac],
        ["HMAC_384"] = [Mac],
        ["HMAC_512"] = [Mac],
    };

    /// <summary>The spec and the usage of a new key. KMS API reference: a usage may be left out for symmetric encryption keys only.</summary>
    public static (string Spec, string Usage) Require(string? spec, string? usage)
    {
        spec ??= Symmetric;
        if (!UsagesBySpec.TryGetValue(spec, out var usages))
            throw KmsRefusals.Invalid($"The sandbox has no keys of the KeySpec {spec}.");
        usage ??= Encrypt;
        return usages.Contains(usage)
            ? (spec, usage)
            : throw KmsRefusals.Invalid($"KeyUsage {usage} is not compatible with KeySpec {spec}.");
    }

    /// <summary>The encryption algorithms of a key; <see langword="null"/> for keys that do not encrypt.</summary>
    public static IReadOnlyList<string>? EncryptionAlgorithms(string spec, string usage) => (spec, usage) switch
    {
        (Symmetric, _) => [Symmetric],
        (_, Encrypt) => RsaEncryption,
        _ => null,
    };
}
