using OrgTrail.Trails;

namespace OrgTrail.Policies;

/// <summary>How CloudTrail asks S3 to encrypt what it writes.</summary>
/// <param name="Algorithm">The header <c>x-amz-server-side-encryption</c>.</param>
/// <param name="Key">The header <c>x-amz-server-side-encryption-aws-kms-key-id</c>.</param>
internal sealed record Encryption(string Algorithm, ContextValue Key)
{
    private const string Kms = "aws:kms";

    /// <summary>S3's own keys.</summary>
    internal static Encryption S3Managed { get; } = new("AES256", ContextValue.Absent with { NeverNamed = false, Description = "is absent where no KMS key is used" });

    /// <summary>That of a trail's files.</summary>
    /// <param name="kmsKeyId">The trail's KMS key; <see langword="null"/> or empty for none.</param>
    internal static Encryption Of(string? kmsKeyId) => string.IsNullOrEmpty(kmsKeyId) ? S3Managed : WithKey(kmsKeyId);

    /// <summary>The trail's KMS key. CloudTrail turns ids and aliases into the key's ARN, which is then not known here.</summary>
    internal static Encryption WithKey(string kmsKeyId) =>
        new(Kms, Arn.Find(kmsKeyId)?.Resource.StartsWith("key/", StringComparison.Ordinal) == true
            ? ContextValue.Known(kmsKeyId)
            : ContextValue.Unknown);
}
