namespace OrgTrail.Aws.Tests.Deployments.Properties;

/// <summary>What random states and random wishes are about.</summary>
internal static class Names
{
    public const string Management = DeploymentScene.Management;
    public const string LogArchive = "222222222222";
    public const string Audit = "333333333333";
    public const string Workload = "444444444444";

    /// <summary>A member account that may be suspended.</summary>
    public const string Closing = "555555555555";

    /// <summary>An account outside the organization.</summary>
    public const string Stranger = "999999999999";

    public const string Home = "us-east-1";
    public const string Elsewhere = "eu-west-1";

    public const string Trail = "acme";
    public const string OtherTrail = "old";
    public const string ControlTowerTrail = "aws-controltower-BaselineCloudTrail";

    public const string Bucket = DeploymentScene.AuditBucket;
    public const string OtherBucket = "acme-old";
    public const string AccessLogs = "acme-access";
    public const string Prefix = "trails";

    public const string KeyId = "11111111-2222-3333-4444-555555555555";
    public const string KeyAlias = "alias/audit";
    public const string OtherKeyId = "99999999-2222-3333-4444-555555555555";

    public const string Topic = "acme-topic";
    public const string LogGroup = "acme-group";
    public const string LogRole = "acme-role";

    public static string TrailArn(string name, string region = Home, string account = Management) => $"arn:aws:cloudtrail:{region}:{account}:trail/{name}";

    public static string KeyArn(string id, string region, string account) => $"arn:aws:kms:{region}:{account}:key/{id}";
}
