namespace OrgTrail.Buckets;

/// <summary>The default encryption of a bucket's new objects.</summary>
/// <param name="Algorithm"><c>AES256</c> (SSE-S3), <c>aws:kms</c> or <c>aws:kms:dsse</c>.</param>
/// <param name="KmsKeyId">The KMS key by ARN, id or alias; <see langword="null"/> for SSE-S3, and for the key that AWS manages.</param>
/// <param name="BucketKeyEnabled">Whether S3 saves calls to KMS by a key of the bucket's own.</param>
internal sealed record BucketEncryption(string Algorithm, string? KmsKeyId, bool BucketKeyEnabled)
{
    internal const string S3Algorithm = "AES256";
    internal const string KmsAlgorithm = "aws:kms";
    internal const string DoubleKmsAlgorithm = "aws:kms:dsse";

    /// <summary>SSE-S3, by keys that S3 manages.</summary>
    public static BucketEncryption S3Managed { get; } = new(S3Algorithm, null, false);

    /// <summary>SSE-KMS, with a bucket key.</summary>
    /// <param name="keyArn">The ARN of the key.</param>
    public static BucketEncryption WithKey(string keyArn) => new(KmsAlgorithm, keyArn, true);

    /// <summary>Algorithm and key.</summary>
    public override string ToString() =>
        $"{Algorithm}{(KmsKeyId is null ? "" : $" with key {KmsKeyId}")}{(BucketKeyEnabled && Algorithm != S3Algorithm ? ", bucket key on" : "")}";
}
