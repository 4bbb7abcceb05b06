namespace OrgTrail.Core.Tests.Policies.Merging;

/// <summary>What random policies of one kind are made of: values like ours, almost like ours, and quite unlike ours.</summary>
/// <param name="Actions">Actions.</param>
/// <param name="Resources">Resources; the first one is the whole of what is asked for.</param>
/// <param name="Sids">Ids; the same one may stand twice.</param>
/// <param name="Keys">Condition keys beside <c>aws:SourceArn</c>, each with values.</param>
/// <param name="HasGaps">Whether statements may lack Action or Resource.</param>
internal sealed record PolicyVocabulary(
    string[] Actions, string[] Resources, string[] Sids, (string Key, string[] Values)[] Keys, bool HasGaps = false)
{
    private const string TopicArn = "arn:aws:sns:us-east-1:111111111111:trail-notifications";

    private static readonly (string Key, string[] Values)[] OfAll =
    [
        ("aws:SourceAccount", [Example.Account, "222222222222"]),
        ("aws:SourceOrgID", [Example.Organization, "o-otherorgid"]),
        ("aws:PrincipalOrgID", [Example.Organization]),
        ("aws:SourceIp", ["203.0.113.0/24", "0.0.0.0/0"]),
        ("aws:PrincipalIsAWSService", ["true", "false"]),
        ("aws:RequestedRegion", ["us-east-1"]),
    ];

    internal static PolicyVocabulary Bucket { get; } = new(
        ["s3:GetBucketAcl", "s3:PutObject", "s3:putobject", "s3:GetObject", "s3:*", "s3:Put*", "*"],
        [
            Example.BucketArn,
            $"{Example.BucketArn}/*",
            $"{Example.BucketArn}/AWSLogs/111111111111/*",
            $"{Example.BucketArn}/AWSLogs/o-exampleorgid/*",
            $"{Example.BucketArn}/AWSLogs/o-formerorgid/*",
            $"{Example.BucketArn}/AWSLogs/222222222222/*",
            $"{Example.BucketArn}/audit/AWSLogs/111111111111/*",
            $"{Example.BucketArn}/audit/AWSLogs/o-exampleorgid/*",
            "*",
        ],
        ["AWSCloudTrailAclCheck20150319", "AWSCloudTrailWrite20150319", "AWSCloudTrailWrite201503192", "AWSCloudTrailOrganizationWrite20150319", "Mine"],
        [.. OfAll, ("s3:x-amz-acl", ["bucket-owner-full-control", "private"]), ("s3:x-amz-server-side-encryption", ["AES256", "aws:kms"])]);

    internal static PolicyVocabulary Key { get; } = new(
        ["kms:GenerateDataKey*", "kms:GenerateDataKey", "kms:DescribeKey", "kms:Decrypt", "kms:decrypt", "kms:*", "kms:De*", "kms:CreateGrant"],
        ["*", Example.Key, Example.Key.Replace("1111-", "9999-", StringComparison.Ordinal)],
        ["AllowCloudTrailEncrypt", "AllowCloudTrailDescribe", "AllowCloudTrailDecrypt", "AllowReaders", "AllowCloudTrailDecrypt2", "Enable IAM User Permissions", "Mine"],
        [
            .. OfAll,
            ("kms:EncryptionContext:aws:cloudtrail:arn", ["arn:aws:cloudtrail:*:111111111111:trail/*", Example.TrailArn, "false"]),
            ("kms:EncryptionContext:aws:s3:arn", ["arn:aws:s3:::*"]),
            ("kms:ViaService", ["s3.us-east-1.amazonaws.com"]),
            ("kms:CallerAccount", [Example.Account]),
        ],
        HasGaps: true);

    internal static PolicyVocabulary Topic { get; } = new(
        ["SNS:Publish", "sns:Publish", "SNS:Subscribe", "sns:*", "SNS:Pub*"],
        [TopicArn, "arn:aws:sns:*:111111111111:*", "arn:aws:sns:us-east-1:111111111111:other", "*"],
        ["AWSCloudTrailSNSPolicy20131101", "AWSCloudTrailSNSPolicy201311012", "__default_statement_ID", "Mine"],
        [.. OfAll, ("AWS:SourceOwner", [Example.Account]), ("sns:Protocol", ["https"])]);
}
