using static OrgTrail.ProblemKind;

namespace OrgTrail.Problems;

/// <summary>Errors of Amazon S3 on buckets. Source: Amazon S3 API reference, List of error codes.</summary>
internal static class S3Rows
{
    private const string TooLarge = "The bucket policy is too large: Amazon S3 takes at most 20 KB.";
    private const string MakeSmaller = "Take out statements that are not needed, or put several resources or trail ARNs into one statement.";

    public static IReadOnlyList<ProblemRow> All { get; } =
    [
        new("NoSuchBucket", ProblemIds.BucketNotFound, NotFound,
            "There is no bucket of this name.",
            "Check the name, and the partition of the credentials (China and GovCloud have buckets of their own). Create the bucket when it is still to come."),

        new("NoSuchBucketPolicy", "BucketPolicyNotFound", NotFound,
            "The bucket has no policy.",
            "New-OrgTrailBucketPolicy | Set-OrgTrailBucketPolicy gives it one."),

        new("AccessDenied", "PublicPolicyBlocked", PermissionDenied,
            "Amazon S3 takes the policy for a public one, and the bucket blocks public policies.",
            "Look for statements with the principal '*' that no condition limits, and limit or remove them. Blocking public access is right for a bucket of audit logs.") { Says = "BlockPublicPolicy" },

        // The answer to HEAD has no code but its status, which the SDK gives by name.
        new("AccessDenied Forbidden", ProblemIds.AccessDenied, PermissionDenied,
            "The bucket belongs to another account, or the caller may not see it.",
            "Use credentials of the account that owns the bucket, with {permission}. Bucket names are unique in the whole partition: a name that somebody else has needs another one.") { Operation = "HeadBucket" },

        // Of the statuses of HEAD, 503 is that of SlowDown (Amazon S3 API reference, List of error codes).
        new("ServiceUnavailable", CommonRows.Throttled.Id, CommonRows.Throttled.Kind, CommonRows.Throttled.What, CommonRows.Throttled.Advice) { Operation = "HeadBucket" },

        new("AccessDenied AllAccessDisabled", ProblemIds.AccessDenied, PermissionDenied,
            "The caller may not call {operation} on this bucket.",
            "Use credentials of the account that owns the bucket (often the log archive account) with {permission}. The bucket's own policy can forbid it, too. Amazon S3 answers the same for some names that belong to somebody else."),

        new("NoSuchKey", ProblemIds.ObjectNotFound, NotFound,
            "There is no object of this key.",
            "Check the key. A bucket with versioning may still have a version of it."),

        new("InvalidObjectState", ProblemIds.ObjectArchived, InvalidState,
            "The object lies in a storage class from which it must be restored before it can be read.",
            "Restore it (aws s3api restore-object), and try again when that is done."),

        new("KMS.*", "ObjectKeyUnusable", InvalidState,
            "The KMS key of the object cannot be used: it is disabled, waits for its deletion, or is gone.",
            "Enable the key, or cancel its deletion (aws kms enable-key, cancel-key-deletion). Without the key, the object is lost."),

        new("MethodNotAllowed", "NotBucketOwner", PermissionDenied,
            "Only the account that owns the bucket may see and change its policy.",
            "Use credentials of the account that owns the bucket, often the log archive account."),

        new("MalformedPolicy InvalidPolicyDocument", "PolicyTooLarge", LimitExceeded, TooLarge, MakeSmaller) { Says = "exceeds the maximum" },

        new("PolicyTooLarge EntityTooLarge MaxMessageLengthExceeded", "PolicyTooLarge", LimitExceeded, TooLarge, MakeSmaller),

        new("MalformedPolicy InvalidPolicyDocument", "MalformedPolicy", InvalidInput,
            "Amazon S3 does not accept the policy.",
            "Correct what Amazon S3 names. An 'invalid principal' is an account, user or role that does not exist, or one of another partition; Test-OrgTrailBucketPolicy -Policy checks the rest."),

        new("BucketAlreadyOwnedByYou", ProblemIds.BucketAlreadyOwned, AlreadyExists,
            "The caller's account has a bucket of this name already.",
            "Use that one, or choose another name."),

        new("BucketAlreadyExists", ProblemIds.BucketNameTaken, AlreadyExists,
            "The bucket's name is taken by another account.",
            "Choose another name: bucket names are unique in the whole partition."),

        new("TooManyBuckets", "TooManyBuckets", LimitExceeded,
            "The account has as many buckets as it may have.",
            "Delete a bucket that is not needed, or ask for a higher quota (Service Quotas, Amazon S3)."),

        new("InvalidBucketState", "BucketStateForbids", InvalidState,
            "The state of the bucket does not allow {operation}.",
            "Object Lock needs versioning, and versioning cannot be suspended where there is Object Lock."),

        new("InvalidBucketAclWithObjectOwnership", "BucketAclInTheWay", InvalidState,
            "The bucket's ACL grants something to others, so that its ACLs cannot be switched off.",
            "Move what the ACL grants into the bucket policy, reset the ACL (aws s3api put-bucket-acl --acl private), and try again."),

        new("InvalidTargetBucketForLogging CrossLocationLoggingProhibited CrossLocationLoggingProhibitted", "InvalidLoggingTarget", InvalidInput,
            "Amazon S3 cannot log the bucket's requests to that target.",
            "The target must be a bucket of the same account and Region, without default retention, whose policy allows logging.s3.amazonaws.com s3:PutObject."),

        new("InvalidBucketName", "InvalidBucketName", InvalidInput,
            "Amazon S3 does not accept the bucket name.",
            "Use 3 to 63 lower-case letters, digits, dots and hyphens; begin and end with a letter or a digit. Some beginnings and endings are reserved, such as xn--, sthree- and -s3alias (Amazon S3 user guide, \"General purpose bucket naming rules\")."),

        new("PermanentRedirect TemporaryRedirect Redirect AuthorizationHeaderMalformed IllegalLocationConstraint", "BucketInOtherRegion", InvalidInput,
            "The bucket lies in another Region, and Amazon S3 did not say in which.",
            "Give the bucket's Region with -Region."),

        new("OperationAborted", ProblemIds.BucketBusy, Conflict,
            "Somebody else is changing the bucket.",
            "Wait a minute and try again. A bucket that was just created or deleted needs some time, too."),
    ];
}
