using System.Text.Json;

namespace OrgTrail.Sandbox.Tests.Services.CloudTrail;

/// <summary>The policies of the CloudTrail user guide, for the trail acme of the management account in us-east-1.</summary>
internal static class TrailPolicies
{
    public const string TrailArn = "arn:aws:cloudtrail:us-east-1:111111111111:trail/acme";

    public static string Bucket(string bucket = "acme-audit", string prefix = "", string organization = "o-exampleorgid", params string[] trails) => Policy(
        Allow("s3:GetBucketAcl", $"arn:aws:s3:::{bucket}", Source(trails)),
        Allow("s3:PutObject", $"arn:aws:s3:::{bucket}/{prefix}AWSLogs/111111111111/*", Upload(trails)),
        Allow("s3:PutObject", $"arn:aws:s3:::{bucket}/{prefix}AWSLogs/{organization}/*", Upload(trails)));

    public static string AccountBucket(string account = "111111111111", params string[] trails) => Policy(
        Allow("s3:GetBucketAcl", "arn:aws:s3:::acme-audit", Source(trails)),
        Allow("s3:PutObject", $"arn:aws:s3:::acme-audit/AWSLogs/{account}/*", Upload(trails)));

    public static string Key(params string[] actions) => Policy(
        [.. actions.Select(action => Allow(action, "*", new { StringEquals = new Dictionary<string, object> { ["aws:SourceArn"] = TrailArn } }))]);

    public static string Topic(string topic) => Policy(Allow("SNS:Publish", topic, Source([])));

    public static string Policy(params object[] statements) =>
        JsonSerializer.Serialize(new { Version = "2012-10-17", Statement = statements });

    public static object Allow(string action, string resource, object? condition = null) => new
    {
        Effect = "Allow",
        Principal = new { Service = "cloudtrail.amazonaws.com" },
        Action = action,
        Resource = resource,
        Condition = condition ?? new { },
    };

    private static object Source(string[] trails) => new { StringEquals = new Dictionary<string, object> { ["aws:SourceArn"] = Trails(trails) } };

    private static object Upload(string[] trails) => new
    {
        StringEquals = new Dictionary<string, object> { ["aws:SourceArn"] = Trails(trails), ["s3:x-amz-acl"] = "bucket-owner-full-control" },
    };

    private static string[] Trails(string[] trails) => trails.Length > 0 ? trails : [TrailArn];
}
