namespace OrgTrail.Core.Tests.Policies.Analysis;

/// <summary>The bucket policy of AWS Control Tower, landing zone 4.0 (Control Tower user guide, "Amazon S3 bucket policy for logging").</summary>
internal static class ControlTower
{
    internal static string Policy(string folders) => Example.Policy(
        $$"""{'Sid':'AllowSSLRequestsOnly','Effect':'Deny','Principal':'*','Action':'s3:*','Resource':['{{Example.BucketArn}}','{{Example.BucketArn}}/*'],'Condition':{'Bool':{'aws:SecureTransport':false} } }""",
        $$"""{'Sid':'AWSBucketPermissionsCheck','Effect':'Allow','Principal':{'Service':['cloudtrail.amazonaws.com']},'Action':'s3:GetBucketAcl','Resource':['{{Example.BucketArn}}']}""",
        $$"""{'Sid':'AWSConfigBucketExistenceCheck','Effect':'Allow','Principal':{'Service':['cloudtrail.amazonaws.com']},'Action':'s3:ListBucket','Resource':['{{Example.BucketArn}}']}""",
        $$"""{'Sid':'AWSBucketDeliveryForOrganizationTrail','Effect':'Allow','Principal':{'Service':['cloudtrail.amazonaws.com']},'Action':'s3:PutObject','Resource':{{folders}},'Condition':{'StringEquals':{'aws:SourceOrgID':'{{Example.Organization}}'} } }""");

    /// <summary>Its usual form, with the folders of all accounts.</summary>
    internal static string Usual { get; } = Policy($"'{Example.BucketArn}/{Example.Organization}/AWSLogs/*/*'");
}
