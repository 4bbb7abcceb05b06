namespace OrgTrail.Problems;

/// <summary>
/// What a caller must be allowed, for each operation of Amazon S3; the names of the two often differ. Source: Service
/// Authorization Reference, Actions defined by Amazon S3.
/// </summary>
internal static class S3Permissions
{
    /// <summary>The permission for an operation, for example <c>s3:PutEncryptionConfiguration</c> for PutBucketEncryption.</summary>
    public static string For(string operation) => operation switch
    {
        "HeadBucket" or "ListObjectsV2" => "s3:ListBucket",
        "GetPublicAccessBlock" => "s3:GetBucketPublicAccessBlock",
        "PutPublicAccessBlock" => "s3:PutBucketPublicAccessBlock",
        "GetBucketEncryption" => "s3:GetEncryptionConfiguration",
        "PutBucketEncryption" => "s3:PutEncryptionConfiguration",
        "GetBucketLifecycleConfiguration" => "s3:GetLifecycleConfiguration",
        "PutBucketLifecycleConfiguration" => "s3:PutLifecycleConfiguration",
        "GetObjectLockConfiguration" => "s3:GetBucketObjectLockConfiguration",
        "PutObjectLockConfiguration" => "s3:PutBucketObjectLockConfiguration",
        _ => $"s3:{operation}",
    };
}
