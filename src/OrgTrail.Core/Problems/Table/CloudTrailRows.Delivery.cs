using static OrgTrail.ProblemKind;

namespace OrgTrail.Problems;

internal static partial class CloudTrailRows
{
    /// <summary>Where a trail delivers to, and what encrypts it.</summary>
    public static IReadOnlyList<ProblemRow> Delivery { get; } =
    [
        new("S3BucketDoesNotExist", ProblemIds.BucketNotFound, NotFound,
            "There is no bucket of this name.",
            "Check the name. Create the bucket and give it its policy (New-OrgTrailBucketPolicy | Set-OrgTrailBucketPolicy) before the trail."),

        new("InsufficientS3BucketPolicy", ProblemIds.InsufficientBucketPolicy, InvalidState,
            "The bucket's policy does not let CloudTrail deliver for this trail.",
            "Test-OrgTrailBucketPolicy names what is missing or in the way; New-OrgTrailBucketPolicy | Set-OrgTrailBucketPolicy adds it. The policy must name this trail, its prefix and this organization. A policy that was just set takes up to a minute to arrive."),

        new("InsufficientEncryptionPolicy", "InsufficientEncryptionPolicy", InvalidState,
            "The policy of the KMS key, or that of the bucket, does not let CloudTrail deliver encrypted logs.",
            "Test-OrgTrailKeyPolicy names what is missing or in the way; New-OrgTrailKeyPolicy adds it. The key's policy must allow cloudtrail.amazonaws.com kms:GenerateDataKey*, kms:DescribeKey and kms:Decrypt for this trail. Then check the bucket with Test-OrgTrailBucketPolicy."),

        new("InvalidS3BucketName", "InvalidBucketName", InvalidInput,
            "CloudTrail does not accept the bucket name.",
            "Use 3 to 63 lower-case letters, digits, dots and hyphens; begin and end with a letter or a digit."),

        new("InvalidS3Prefix", "InvalidS3KeyPrefix", InvalidInput,
            "CloudTrail does not accept the prefix.",
            "Use at most 200 characters, no slash at either end, and not the folder AWSLogs, which CloudTrail adds itself."),

        new("InvalidSnsTopicName", "InvalidSnsTopicName", InvalidInput,
            "CloudTrail does not accept the SNS topic.",
            "Give the topic's name or ARN, at most 256 characters, in the trail's Region."),

        new("InsufficientSnsTopicPolicy", "InsufficientTopicPolicy", InvalidState,
            "The SNS topic does not exist, or its policy does not let CloudTrail publish.",
            "The topic's policy must allow cloudtrail.amazonaws.com SNS:Publish, which New-OrgTrailTopicPolicy adds; an encrypted topic's key must allow it kms:GenerateDataKey* and kms:Decrypt."),

        new("CloudTrailInvalidClientTokenId", "TopicAccountSuspended", InvalidState,
            "The account of the SNS topic is suspended.",
            "Name another topic, or none."),

        // AWS's words decide, not its code: the group is right, and the role may not write into it.
        new("InvalidCloudWatchLogsLogGroupArn", "InvalidLogRole", InvalidInput,
            "The role for CloudWatch Logs may not write into the log group.",
            "The role's policy has to allow logs:CreateLogStream and logs:PutLogEvents on the streams of the group, not on the group alone: arn:<partition>:logs:<region>:<account>:log-group:<group>:log-stream:<account>_CloudTrail_<region>*, and for an organization trail …:log-stream:<organization id>_* as well. It has to trust cloudtrail.amazonaws.com. A role that was just made is seen within a minute.") { Says = "permissions for your role" },

        new("InvalidCloudWatchLogsLogGroupArn", "InvalidLogGroup", InvalidInput,
            "CloudTrail cannot use the CloudWatch Logs log group.",
            "Give the ARN of a log group in the caller's account and the trail's Region, ending in ':*', together with the role. 'Access denied.' right after the role was made passes within a minute."),

        new("InvalidCloudWatchLogsRoleArn", "InvalidLogRole", InvalidInput,
            "CloudTrail cannot use the role for CloudWatch Logs.",
            "Give the role together with the log group. It must trust cloudtrail.amazonaws.com and allow logs:CreateLogStream and logs:PutLogEvents on the log group. 'Access denied.' right after it was made passes within a minute."),

        new("CloudWatchLogsDeliveryUnavailable", "CloudWatchLogsUnavailable", InvalidState,
            "CloudTrail cannot deliver to CloudWatch Logs in this Region.",
            "Leave the log group out, or make the trail in another Region."),

        new("InvalidKmsKeyId", "InvalidKmsKey", InvalidInput,
            "CloudTrail does not accept the KMS key.",
            "Give a key id, a key ARN, 'alias/<name>' or an alias ARN; for a key of another account its full ARN."),

        new("KmsKeyNotFound", ProblemIds.KmsKeyNotFound, NotFound,
            "CloudTrail does not find the KMS key, or it lies in another Region than the bucket.",
            "Give a symmetric key in the bucket's Region; for a key of another account its full ARN."),

        new("Kms KmsKeyDisabled", "KmsKeyUnusable", InvalidState,
            "CloudTrail cannot use the KMS key.",
            "The key must be enabled, symmetric, not about to be deleted, and in the bucket's Region."),
    ];
}
