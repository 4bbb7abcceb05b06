namespace OrgTrail.Core.Tests.Policies.Merging.Rights;

/// <summary>Everybody who may live on the policy of a bucket for audit logs, and what they do there.</summary>
internal static class Callers
{
    private const string OwnFolder = Example.BucketArn + "/AWSLogs/111111111111/CloudTrail/us-east-1/2026/01/01/111111111111_CloudTrail_us-east-1_20260101T0000Z_0123456789abcdef.json.gz";
    private const string OrganizationFolder = Example.BucketArn + "/AWSLogs/o-exampleorgid/333333333333/CloudTrail/us-east-1/2026/01/01/file.json.gz";
    private const string PrefixFolder = Example.BucketArn + "/audit/AWSLogs/o-exampleorgid/333333333333/CloudTrail/us-east-1/2026/01/01/file.json.gz";
    private const string MemberFolder = Example.BucketArn + "/AWSLogs/222222222222/CloudTrail/us-east-1/2026/01/01/file.json.gz";
    private const string OtherOrganizationFolder = Example.BucketArn + "/AWSLogs/o-otherorgid0/444444444444/CloudTrail/us-east-1/2026/01/01/file.json.gz";
    private const string AccessLog = Example.BucketArn + "/access-logs/2026-01-01-00-00-00-0123456789ABCDEF";

    /// <summary>Other trails than the wanted one: of the same account and name elsewhere, of members, of another organization, of a stranger.</summary>
    private static readonly (string Name, string Arn, string Account, string? Organization)[] Trails =
    [
        ("older trail of the same account", "arn:aws:cloudtrail:us-east-1:111111111111:trail/older", "111111111111", "o-exampleorgid"),
        ("trail of the same name in another Region", "arn:aws:cloudtrail:us-west-2:111111111111:trail/my-organization-trail", "111111111111", "o-exampleorgid"),
        ("trail whose name begins alike", "arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail-2", "111111111111", "o-exampleorgid"),
        ("trail of the same name with other capitals", "arn:aws:cloudtrail:us-east-1:111111111111:trail/My-Organization-Trail", "111111111111", "o-exampleorgid"),
        ("trail of a member", "arn:aws:cloudtrail:eu-west-1:222222222222:trail/member", "222222222222", "o-exampleorgid"),
        ("trail of the same name in a member", "arn:aws:cloudtrail:us-east-1:222222222222:trail/my-organization-trail", "222222222222", "o-exampleorgid"),
        ("trail of another organization", "arn:aws:cloudtrail:us-east-1:444444444444:trail/theirs", "444444444444", "o-otherorgid0"),
        ("trail of a stranger", "arn:aws:cloudtrail:us-east-1:999999999999:trail/my-organization-trail", "999999999999", null),
    ];

    private static readonly (string Name, string Arn, string? Organization)[] People =
    [
        ("role of the account", "arn:aws:iam::111111111111:role/admin", "o-exampleorgid"),
        ("reader of a member", "arn:aws:iam::333333333333:role/auditors", "o-exampleorgid"),
        ("user of a stranger", "arn:aws:iam::999999999999:user/mallory", null),
    ];

    internal static IReadOnlyList<Caller> Others { get; } = [.. Trails.SelectMany(OfTrail), .. OfServices(), .. People.SelectMany(OfPerson), .. OfAnybody()];

    /// <summary>What the wanted trail itself does.</summary>
    /// <param name="prefix">The prefix of its objects.</param>
    internal static IReadOnlyList<Caller> Wanted(string? prefix)
    {
        var folder = $"{Example.BucketArn}/{(prefix is null ? "" : prefix + "/")}AWSLogs";
        return
        [
            OfCloudTrail("the wanted trail", Example.TrailArn, "111111111111", "o-exampleorgid", "s3:GetBucketAcl", Example.BucketArn),
            OfCloudTrail("the wanted trail", Example.TrailArn, "111111111111", "o-exampleorgid", "s3:PutObject", folder + "/111111111111/CloudTrail/us-east-1/2026/01/01/file.json.gz", Acl, Encryption),
            OfCloudTrail("the wanted trail", Example.TrailArn, "111111111111", "o-exampleorgid", "s3:PutObject", folder + "/o-exampleorgid/333333333333/CloudTrail/us-east-1/2026/01/01/file.json.gz", Acl, Encryption),
        ];
    }

    private static (string, string) Acl => ("s3:x-amz-acl", "bucket-owner-full-control");

    private static (string, string) Encryption => ("s3:x-amz-server-side-encryption", "AES256");

    private static IEnumerable<Caller> OfTrail((string Name, string Arn, string Account, string? Organization) trail) =>
    [
        Of(trail, "s3:GetBucketAcl", Example.BucketArn),
        .. ((string[])[OwnFolder, OrganizationFolder, PrefixFolder, MemberFolder, OtherOrganizationFolder]).Select(folder => Of(trail, "s3:PutObject", folder, Acl, Encryption)),
        Of(trail, "s3:PutObject", MemberFolder),
        Of(trail, "s3:ListBucket", Example.BucketArn),
        Of(trail, "s3:GetObject", OwnFolder),
    ];

    private static Caller Of((string Name, string Arn, string Account, string? Organization) trail, string action, string resource, params (string, string)[] more) =>
        OfCloudTrail(trail.Name, trail.Arn, trail.Account, trail.Organization, action, resource, more);

    private static Caller OfCloudTrail(string name, string arn, string account, string? organization, string action, string resource, params (string, string)[] more) =>
        OfService(name, "cloudtrail.amazonaws.com", arn, account, organization, action, resource, more);

    private static IEnumerable<Caller> OfServices() =>
    [
        OfService("AWS Config", "config.amazonaws.com", "arn:aws:config:us-east-1:111111111111:x", "111111111111", "o-exampleorgid", "s3:GetBucketAcl", Example.BucketArn),
        OfService("AWS Config", "config.amazonaws.com", "arn:aws:config:us-east-1:111111111111:x", "111111111111", "o-exampleorgid", "s3:PutObject", OwnFolder, Acl),
        OfService("access logging", "logging.s3.amazonaws.com", "arn:aws:s3:::acme-data", "111111111111", "o-exampleorgid", "s3:PutObject", AccessLog),
        OfService("flow logs", "delivery.logs.amazonaws.com", "arn:aws:logs:us-east-1:222222222222:*", "222222222222", "o-exampleorgid", "s3:PutObject", MemberFolder, Acl),
        OfService("CloudTrail without a trail", "cloudtrail.amazonaws.com", null, null, null, "s3:GetBucketAcl", Example.BucketArn),
        OfService("CloudTrail without a trail", "cloudtrail.amazonaws.com", null, null, null, "s3:PutObject", OwnFolder, Acl),
        OfService("CloudTrail for an event data store", "cloudtrail.amazonaws.com", "arn:aws:cloudtrail:us-east-1:111111111111:eventdatastore/x", "111111111111", "o-exampleorgid", "s3:PutObject", OwnFolder, Acl),
    ];

    private static IEnumerable<Caller> OfPerson((string Name, string Arn, string? Organization) person)
    {
        var context = Context(
            ("aws:PrincipalArn", person.Arn), ("aws:PrincipalAccount", person.Arn.Split(':')[4]), ("aws:PrincipalOrgID", person.Organization),
            ("aws:PrincipalIsAWSService", "false"), ("aws:SecureTransport", "true"), ("aws:SourceIp", "203.0.113.7"));
        return
        [
            new(person.Name, person.Arn, "s3:GetObject", OwnFolder, context),
            new(person.Name, person.Arn, "s3:GetBucketAcl", Example.BucketArn, context),
            new(person.Name, person.Arn, "s3:ListBucket", Example.BucketArn, context),
            new(person.Name, person.Arn, "s3:DeleteObject", OrganizationFolder, context),
            new(person.Name, person.Arn, "s3:PutBucketPolicy", Example.BucketArn, context),
        ];
    }

    private static IEnumerable<Caller> OfAnybody()
    {
        var context = Context(("aws:SecureTransport", "false"), ("aws:SourceIp", "198.51.100.1"));
        return [new("anybody", Caller.Anonymous, "s3:GetObject", OwnFolder, context), new("anybody", Caller.Anonymous, "s3:GetBucketAcl", Example.BucketArn, context)];
    }

    private static Caller OfService(
        string name, string service, string? arn, string? account, string? organization, string action, string resource, params (string, string)[] more) => new(
        name, service, action, resource, Context(
        [
            ("aws:SourceArn", arn), ("aws:SourceAccount", account), ("aws:SourceOrgID", organization),
            ("aws:PrincipalIsAWSService", "true"), ("aws:PrincipalServiceName", service), ("aws:SecureTransport", "true"), .. more,
        ]));

    private static Dictionary<string, string[]> Context(params IEnumerable<(string Key, string? Value)> keys) =>
        keys.Where(key => key.Value is not null).ToDictionary(key => key.Key, key => (string[])[key.Value!]);
}
