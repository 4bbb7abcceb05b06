namespace OrgTrail.Policies;

/// <summary>The actions that bucket policies may name (Service authorization reference, "Actions, resources, and condition keys for Amazon S3").</summary>
internal static class S3Actions
{
    internal const string Prefix = "s3:";

    private static readonly string[] OfBuckets = WithPrefix(
    [
        "CreateBucket", "CreateBucketMetadataTableConfiguration", "DeleteBucket", "DeleteBucketMetadataTableConfiguration", "DeleteBucketPolicy", "DeleteBucketWebsite", "GetAccelerateConfiguration", "GetAnalyticsConfiguration",
        "GetBucketAbac", "GetBucketAcl", "GetBucketCORS", "GetBucketLocation", "GetBucketLogging", "GetBucketMetadataTableConfiguration", "GetBucketNotification",
        "GetBucketObjectLockConfiguration", "GetBucketOwnershipControls", "GetBucketPolicy", "GetBucketPolicyStatus", "GetBucketPublicAccessBlock",
        "GetBucketRequestPayment", "GetBucketTagging", "GetBucketVersioning", "GetBucketWebsite", "GetEncryptionConfiguration",
        "GetIntelligentTieringConfiguration", "GetInventoryConfiguration", "GetLifecycleConfiguration", "GetMetricsConfiguration",
        "GetReplicationConfiguration", "ListBucket", "ListBucketMultipartUploads", "ListBucketVersions", "ListTagsForResource",
        "PutAccelerateConfiguration", "PutAnalyticsConfiguration", "PauseReplication", "PutBucketAbac", "PutBucketAcl", "PutBucketCORS", "PutBucketLogging", "PutBucketNotification",
        "PutBucketObjectLockConfiguration", "PutBucketOwnershipControls", "PutBucketPolicy", "PutBucketPublicAccessBlock", "PutBucketRequestPayment",
        "PutBucketTagging", "PutBucketVersioning", "PutBucketWebsite", "PutEncryptionConfiguration", "PutIntelligentTieringConfiguration",
        "PutInventoryConfiguration", "PutLifecycleConfiguration", "PutMetricsConfiguration", "PutReplicationConfiguration", "TagResource", "UntagResource",
        "UpdateBucketMetadataInventoryTableConfiguration", "UpdateBucketMetadataJournalTableConfiguration",
    ]);

    private static readonly string[] OfObjects = WithPrefix(
    [
        "AbortMultipartUpload", "BypassGovernanceRetention", "DeleteObject", "DeleteObjectTagging", "DeleteObjectVersion", "DeleteObjectVersionTagging",
        "GetObject", "GetObjectAcl", "GetObjectAttributes", "GetObjectLegalHold", "GetObjectRetention", "GetObjectTagging", "GetObjectTorrent",
        "GetObjectVersion", "GetObjectVersionAcl", "GetObjectVersionAttributes", "GetObjectVersionForReplication", "GetObjectVersionTagging",
        "GetObjectVersionTorrent", "InitiateReplication", "ListMultipartUploadParts", "ObjectOwnerOverrideToBucketOwner", "PutObject", "PutObjectAcl",
        "PutObjectLegalHold", "PutObjectRetention", "PutObjectTagging", "PutObjectVersionAcl", "PutObjectVersionTagging", "ReplicateDelete",
        "ReplicateObject", "ReplicateTags", "RestoreObject", "UpdateObjectEncryption",
    ]);

    /// <summary>Whether the pattern names an action.</summary>
    internal static bool Exists(string pattern) => IsForBuckets(pattern) || IsForObjects(pattern);

    /// <summary>Whether the pattern names an action on a bucket.</summary>
    internal static bool IsForBuckets(string pattern) => MatchesAny(pattern, OfBuckets);

    /// <summary>Whether the pattern names an action on objects.</summary>
    internal static bool IsForObjects(string pattern) => MatchesAny(pattern, OfObjects);

    /// <summary>The action that a misspelt one may mean; <see langword="null"/> when it is like none.</summary>
    internal static string? Nearest(string action) => OfObjects.Concat(OfBuckets)
        .Select(name => (Name: name, Distance: Spelling.Distance(action, name)))
        .Where(near => near.Distance <= 3)
        .OrderBy(near => near.Distance)
        .Select(near => near.Name)
        .FirstOrDefault();

    private static string[] WithPrefix(string[] names) => [.. names.Select(name => Prefix + name)];

    private static bool MatchesAny(string pattern, string[] actions)
    {
        var glob = Glob.Parse(pattern, ignoreCase: true);
        return actions.Any(glob.Matches);
    }
}
