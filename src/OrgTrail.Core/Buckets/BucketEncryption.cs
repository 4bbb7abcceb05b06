namespace OrgTrail.Buckets;

/// <summary>The default encryption of a bucket's new objects.</summary>
/// <param name="Algorithm"><c>AES256</c> (SSE-S3), <c>aws:kms</c> or <c>aws:kms:dsse</c>.</param>
/// <param name="KmsKeyId">The KMS key by ARN, id or alias; <see langword="null"/> for SSE-S3, and for the key that AWS manages.</param>
/// <param name="BucketKeyEnabled">Whether S3 saves calls to KMS by a key of the bucket's own.</param>
public sealed record BucketEncryption(string Algorithm, string? KmsKeyId, bool BucketKeyEnabled);
