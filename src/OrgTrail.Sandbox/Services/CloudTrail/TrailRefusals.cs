using OrgTrail.Sandbox.Protocol;

namespace OrgTrail.Sandbox.Services.CloudTrail;

/// <summary>
/// CloudTrail's refusals. Codes: CloudTrail API reference. Messages are AWS's where they are known from reports of users
/// (they are not documented), and otherwise in its manner.
/// </summary>
internal static class TrailRefusals
{
    public static AwsErrorException TrailNotFound(string name, string accountId) =>
        Of("TrailNotFound", $"Unknown trail: {name} for the user: {accountId}");

    public static AwsErrorException TrailAlreadyExists(string name, string accountId) =>
        Of("TrailAlreadyExists", $"Trail {name} already exists for customer: {accountId}");

    public static AwsErrorException TooManyTrails(string accountId, int limit, string region) =>
        Of("MaximumNumberOfTrailsExceeded", $"User: {accountId} already has {limit} trails in {region}.");

    public static AwsErrorException InvalidTrailName(string message) => Of("InvalidTrailName", message);

    public static AwsErrorException InvalidArn(string text) => Of("CloudTrailARNInvalid", $"Trail ARN {text} is not valid.");

    public static AwsErrorException InvalidHomeRegion(string name, string homeRegion) =>
        Of("InvalidHomeRegion", $"Trail {name} can only be changed in its home Region, {homeRegion}.");

    public static AwsErrorException InvalidCombination(string message) => Of("InvalidParameterCombination", message);

    public static AwsErrorException InvalidParameter(string message) => Of("InvalidParameter", message);

    public static AwsErrorException InvalidBucketName(string message) => Of("InvalidS3BucketName", message);

    public static AwsErrorException InvalidPrefix(string message) => Of("InvalidS3Prefix", message);

    public static AwsErrorException BucketDoesNotExist(string bucket) =>
        Of("S3BucketDoesNotExist", $"S3 bucket {bucket} does not exist!");

    public static AwsErrorException InsufficientBucketPolicy(string bucket) =>
        Of("InsufficientS3BucketPolicy", $"Incorrect S3 bucket policy is detected for bucket: {bucket}");

    public static AwsErrorException InsufficientEncryptionPolicy(string bucket, string key) =>
        Of("InsufficientEncryptionPolicy", $"Insufficient permissions to access S3 bucket {bucket} or KMS key {key}.");

    public static AwsErrorException InvalidKmsKeyId(string key) => Of("InvalidKmsKeyId", $"The KMS key {key} is not valid.");

    public static AwsErrorException KmsKeyNotFound(string key, string region) =>
        Of("KmsKeyNotFound", $"KMS key {key} cannot be found in {region}, the Region of the S3 bucket.");

    public static AwsErrorException Kms(string message) => Of("Kms", message);

    public static AwsErrorException InvalidTopicName(string message) => Of("InvalidSnsTopicName", message);

    public static AwsErrorException InsufficientTopicPolicy() =>
        Of("InsufficientSnsTopicPolicy", "SNS Topic does not exist or the topic policy is incorrect!");

    public static AwsErrorException InvalidLogGroup(string message) => Of("InvalidCloudWatchLogsLogGroupArn", message);

    public static AwsErrorException InvalidLogRole(string message) => Of("InvalidCloudWatchLogsRoleArn", message);

    // What Regions answer that an account has not enabled ("Enable or disable AWS Regions in your account", Account
    // Management reference guide: its credentials are not known there).
    public static AwsErrorException RegionNotEnabled() => Of("UnrecognizedClient", "The security token included in the request is invalid.");

    public static AwsErrorException OrganizationsNotInUse() =>
        Of("OrganizationsNotInUse", "The caller's account is not a member of an organization.");

    public static AwsErrorException NotAllFeatures() =>
        Of("OrganizationNotInAllFeaturesMode", "The organization must have all features enabled.");

    public static AwsErrorException AccessNotEnabled() => Of(
        "CloudTrailAccessNotEnabled",
        "Trusted access for CloudTrail is not enabled in AWS Organizations. Enable it before you create or change an organization trail.");

    public static AwsErrorException NotManagementAccount() => Of(
        "NotOrganizationMasterAccount",
        "The operation requires the management account of the organization or a delegated administrator for CloudTrail.");

    public static AwsErrorException NotManagementAccountForAdministrators() => Of(
        "NotOrganizationManagementAccount", "The operation requires the management account of the organization.");

    public static AwsErrorException NoServiceLinkedRole() => Of(
        "NoManagementAccountSLRExists", "The management account does not have the service-linked role AWSServiceRoleForCloudTrail.");

    public static AwsErrorException InvalidEventSelectors(string message) => Of("InvalidEventSelectors", message);

    public static AwsErrorException InvalidInsightSelectors(string message) => Of("InvalidInsightSelectors", message);

    public static AwsErrorException InsightNotEnabled(string name) =>
        Of("InsightNotEnabled", $"Insights are not enabled for trail {name}.");

    public static AwsErrorException InvalidTag(string message) => Of("InvalidTagParameter", message);

    public static AwsErrorException TooManyTags(string arn, int limit) =>
        Of("TagsLimitExceeded", $"The number of tags of {arn} would exceed the limit of {limit}.");

    public static AwsErrorException ResourceNotFound(string arn) => Of("ResourceNotFound", $"Resource {arn} is not found.");

    public static AwsErrorException InvalidToken() => Of("InvalidToken", "The token is not valid.");

    public static AwsErrorException InvalidTimeRange() => Of("InvalidTimeRange", "The start time is after the end time.");

    /// <summary>A refusal of a code that has no rule of its own here; the suffix <c>Exception</c> is added.</summary>
    public static AwsErrorException Of(string code, string message) => new($"{code}Exception", message);
}
