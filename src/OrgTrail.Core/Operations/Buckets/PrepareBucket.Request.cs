using OrgTrail.Buckets;

namespace OrgTrail.Operations;

internal sealed partial class PrepareBucket
{
    /// <summary>What is wanted. What is <see langword="null"/> was not said.</summary>
    /// <param name="BucketName">The bucket.</param>
    public sealed record Request(string? BucketName)
    {
        /// <summary>Where the bucket lies; when it is not said, where it is, and a new one in the Region of the connection.</summary>
        public string? BucketRegion { get; init; }

        /// <summary>The trail that delivers there; without it, the policy lets in no trail.</summary>
        public string? TrailName { get; init; }

        /// <summary>What stands before <c>AWSLogs/</c> in the keys of log files.</summary>
        public string? S3KeyPrefix { get; init; }

        /// <summary>The organization; looked up when a trail is named and this is not.</summary>
        public string? OrganizationId { get; init; }

        /// <summary>The management account; looked up when a trail is named and this is not.</summary>
        public string? ManagementAccountId { get; init; }

        /// <summary>The trail's home Region; the Region of the connection when it is not said.</summary>
        public string? HomeRegion { get; init; }

        /// <summary>The KMS key of the default encryption by id, ARN, alias or alias ARN; empty for SSE-S3.</summary>
        public string? KmsKeyId { get; init; }

        /// <summary><c>GOVERNANCE</c> or <c>COMPLIANCE</c>.</summary>
        public string? ObjectLockMode { get; init; }

        /// <summary>For how many days new objects are retained.</summary>
        public int? ObjectLockDays { get; init; }

        /// <summary>For how many years new objects are retained.</summary>
        public int? ObjectLockYears { get; init; }

        /// <summary>After how many days log files are archived.</summary>
        public int? ArchiveAfterDays { get; init; }

        /// <summary>After how many days log files expire.</summary>
        public int? ExpireAfterDays { get; init; }

        /// <summary>The bucket to which requests are logged.</summary>
        public string? AccessLogBucket { get; init; }

        /// <summary>What the keys of access logs begin with.</summary>
        public string? AccessLogPrefix { get; init; }

        /// <summary>Whether public access, object ownership and versioning are put right even where somebody has set them otherwise.</summary>
        public bool Force { get; init; }

        internal ObjectLock? ObjectLock => ObjectLockMode is null ? null : new(ObjectLockMode.ToUpperInvariant(), ObjectLockDays, ObjectLockYears);

        internal AccessLogging? AccessLogging => AccessLogBucket is null ? null : new(AccessLogBucket, AccessLogPrefix);

        internal bool NeedsOrganization => TrailName is not null && (OrganizationId is null || ManagementAccountId is null);
    }
}
