using System.Text.Json.Nodes;

namespace OrgTrail.Core.Tests.Policies.Merging.Rights;

/// <summary>
/// Makes policies of audit buckets as they are found and as they could be: shared by trails, with patterns, conditions that
/// miss their mark, guards, readers and other services. The same seed makes the same ones.
/// </summary>
internal sealed class RandomBucketPolicy(int seed)
{
    private static readonly string[] TrailArns =
    [
        Example.TrailArn,
        "arn:aws:cloudtrail:us-east-1:111111111111:trail/older",
        "arn:aws:cloudtrail:us-west-2:111111111111:trail/my-organization-trail",
        "arn:aws:cloudtrail:eu-west-1:222222222222:trail/member",
        "arn:aws:cloudtrail:us-east-1:444444444444:trail/theirs",
        "ARN:AWS:CLOUDTRAIL:US-EAST-1:111111111111:TRAIL/MY-ORGANIZATION-TRAIL",
        "arn:aws:cloudtrail:*:111111111111:trail/*",
        "arn:aws:cloudtrail:us-east-1:111111111111:trail/my-*",
        "arn:aws:cloudtrail:*:*:trail/*",
        "arn:aws:cloudtrail:us-????-1:222222222222:trail/*",
        "*",
    ];

    private static readonly string[] Positive =
    [
        "StringEquals", "StringEquals", "StringEquals", "StringLike", "ArnLike", "ArnEquals", "StringEqualsIgnoreCase", "StringEqualsIfExists", "StringLikeIfExists",
        "ArnLikeIfExists", "ForAnyValue:StringEquals", "ForAnyValue:StringLike", "ForAnyValue:ArnLike", "ForAllValues:StringLike", "ForAllValues:StringEquals",
    ];

    private static readonly string[] Negative = ["StringNotEquals", "StringNotLike", "ArnNotLike", "ArnNotEquals", "StringNotEqualsIfExists", "StringNotEqualsIgnoreCase"];

    private static readonly string[] Folders =
    [
        "/AWSLogs/111111111111/*", "/AWSLogs/o-exampleorgid/*", "/AWSLogs/222222222222/*", "/AWSLogs/o-otherorgid0/*", "/AWSLogs/*", "/AWSLogs/*/CloudTrail/*",
        "/audit/AWSLogs/111111111111/*", "/audit/AWSLogs/o-exampleorgid/*", "/*", "/AWSLogs/o-exampleorgid/??????????33/*", "/AWSLogs/o-exampleorgid*", "*",
    ];

    private static readonly string[] Sids = ["AWSCloudTrailAclCheck20150319", "AWSCloudTrailWrite20150319", "AWSCloudTrailOrganizationWrite20150319", "Mine", "Guard"];

    private readonly Random _random = new(seed);

    internal string Text()
    {
        var statements = Enumerable.Range(0, 1 + _random.Next(6)).Select(_ => Statement()).ToArray();
        var policy = new JsonObject { ["Version"] = Chance(5) ? "2008-10-17" : "2012-10-17" };
        policy["Statement"] = statements is [var single] && Chance(2) ? single : (JsonNode)new JsonArray([.. statements]);
        return policy.ToJsonString();
    }

    private JsonObject Statement() => _random.Next(14) switch
    {
        < 4 => Allow(Trails(), Values("s3:GetBucketAcl", "s3:GetBucketAcl", "s3:getbucketacl", "s3:Get*", "s3:GetBucket?cl", "s3:ListBucket"), Bucket(), Conditions(forAcl: true)),
        < 8 => Allow(Trails(), Values("s3:PutObject", "s3:PutObject", "s3:Put*", "s3:PutObjectAcl", "s3:*", "S3:PUTOBJECT"), Folder(), Conditions(forAcl: false)),
        8 => Allow(Trails(), Values("s3:GetBucketAcl", "s3:PutObject", "s3:*"), Both(), Conditions(forAcl: false)),
        9 => Allow(OtherService(), Values("s3:PutObject", "s3:GetBucketAcl"), Both(), Chance(2) ? null : Condition(Pick([.. Positive.Where(OfTexts)]), "aws:SourceAccount", Values("111111111111", "222222222222"))),
        10 => Allow(People(), Values("s3:GetObject", "s3:ListBucket", "s3:*", "s3:Get*"), Both(), Chance(2) ? null : Guard()),
        11 => Except(Allow(Trails(), "s3:DeleteObject", Both(), Conditions(forAcl: false))),
        _ => Deny(),
    };

    private JsonObject Allow(JsonNode principal, JsonNode action, JsonNode resource, JsonObject? condition)
    {
        var statement = new JsonObject { ["Effect"] = "Allow", ["Principal"] = principal, ["Action"] = action, ["Resource"] = resource };
        if (!Chance(3)) statement.Insert(_random.Next(statement.Count), "Sid", Pick(Sids));
        if (condition is not null) statement["Condition"] = condition;
        return statement;
    }

    private JsonObject Deny()
    {
        var statement = Allow(Chance(2) ? JsonValue.Create("*") : Chance(2) ? new JsonObject { ["AWS"] = "*" } : Trails(), Values("s3:*", "s3:PutObject", "s3:GetBucketAcl", "s3:DeleteObject", "s3:Get*"), Both(), Guard());
        statement["Effect"] = "Deny";
        if (Chance(8)) statement.Remove("Condition");
        if (Chance(6)) Rename(statement, "Principal", "NotPrincipal", Chance(2) ? Trails() : People());
        return Chance(4) ? Except(statement) : statement;
    }

    // NotAction and NotResource mean everything else.
    private JsonObject Except(JsonObject statement)
    {
        if (Chance(2)) Rename(statement, "Action", "NotAction", Values("s3:DeleteObject", "s3:PutObject", "s3:GetBucketAcl", "s3:Delete*"));
        else Rename(statement, "Resource", "NotResource", Both());
        return statement;
    }

    private JsonObject Guard() => _random.Next(9) switch
    {
        0 => Condition("Bool", "aws:SecureTransport", "false"),
        1 => Condition(Pick(Negative), "aws:SourceArn", Some(TrailArns)),
        2 => Condition("StringNotEquals", "s3:x-amz-acl", Values("bucket-owner-full-control", "private")),
        3 => Condition("StringNotEquals", "s3:x-amz-server-side-encryption", Values("AES256", "aws:kms")),
        4 => With(Condition("StringNotEquals", "aws:PrincipalOrgID", "o-exampleorgid"), "Bool", "aws:PrincipalIsAWSService", "false"),
        5 => Condition("StringNotEqualsIfExists", "aws:SourceOrgID", "o-exampleorgid"),
        6 => Condition("StringNotLike", "aws:PrincipalArn", "arn:aws:iam::111111111111:role/*"),
        7 => Condition("Null", "aws:SourceArn", Values("true", "false")),
        _ => Condition(Pick([.. Negative.Where(OfTexts)]), "aws:SourceAccount", Values("111111111111", "222222222222", "4444*")),
    };

    private JsonObject? Conditions(bool forAcl)
    {
        var condition = new JsonObject();
        if (!Chance(3)) With(condition, Pick(Chance(8) ? Negative : Positive), Pick("aws:SourceArn", "aws:SourceArn", "AWS:SourceArn", "aws:sourcearn"), Some(TrailArns));
        if (Chance(forAcl ? 6 : 2)) With(condition, Pick("StringEquals", "StringEquals", "StringLike", "StringEqualsIfExists"), "s3:x-amz-acl", Values("bucket-owner-full-control", "bucket-owner-full-control", "bucket-owner-*"));
        if (Chance(4)) With(condition, Pick([.. Positive.Where(OfTexts)]), "aws:SourceAccount", Values("111111111111", "111111111111", "222222222222", "*"));
        if (Chance(6)) With(condition, Pick("StringEquals", "StringEquals", "StringNotEquals", "StringEqualsIfExists"), "aws:SourceOrgID", Values("o-exampleorgid", "o-exampleorgid", "o-otherorgid0"));
        if (Chance(12)) With(condition, "Bool", "aws:SecureTransport", "true");
        if (Chance(12)) With(condition, "StringLike", "aws:SourceArn", "arn:${aws:PrincipalServiceName}:*");
        return condition.Count == 0 ? null : condition;
    }

    // What IAM makes of an operator for ARNs on a key that has none is not documented.
    private static bool OfTexts(string comparison) => !comparison.Contains("Arn", StringComparison.Ordinal);

    private JsonNode Trails() => _random.Next(8) switch
    {
        0 => new JsonObject { ["Service"] = new JsonArray("config.amazonaws.com", "cloudtrail.amazonaws.com") },
        1 => new JsonObject { ["Service"] = new JsonArray("cloudtrail.amazonaws.com") },
        2 => new JsonObject { ["AWS"] = "arn:aws:iam::333333333333:role/auditors", ["Service"] = "cloudtrail.amazonaws.com" },
        3 when Chance(3) => "*",
        _ => new JsonObject { ["Service"] = "cloudtrail.amazonaws.com" },
    };

    private JsonObject OtherService() => new() { ["Service"] = Pick("config.amazonaws.com", "logging.s3.amazonaws.com", "delivery.logs.amazonaws.com") };

    private JsonNode People() => _random.Next(4) switch
    {
        0 => "*",
        1 => new JsonObject { ["AWS"] = "arn:aws:iam::333333333333:role/auditors" },
        2 => new JsonObject { ["AWS"] = new JsonArray("arn:aws:iam::111111111111:root", "arn:aws:iam::333333333333:root") },
        _ => new JsonObject { ["AWS"] = "111111111111" },
    };

    private JsonNode Bucket() => Chance(8) ? Values("*", Example.BucketArn + "*", "arn:aws:s3:::my-*") : Chance(6) ? new JsonArray(Example.BucketArn, Example.BucketArn) : Example.BucketArn;

    private JsonNode Folder() => Some([.. Folders.Select(folder => Example.BucketArn + folder)]);

    private JsonNode Both() => Chance(2) ? new JsonArray(Example.BucketArn, Example.BucketArn + "/*") : Chance(2) ? Bucket() : Folder();

    private static JsonObject Condition(string comparison, string key, JsonNode values) => With([], comparison, key, values);

    private static JsonObject With(JsonObject condition, string comparison, string key, JsonNode values)
    {
        if (condition[comparison] is not JsonObject keys) condition[comparison] = keys = [];
        keys[key] = values;
        return condition;
    }

    private static void Rename(JsonObject statement, string name, string exceptName, JsonNode values)
    {
        statement.Remove(name);
        statement[exceptName] = values;
    }

    private JsonNode Values(params string[] items) => Some(items);

    private JsonNode Some(string[] items) => Chance(3)
        ? new JsonArray([.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => (JsonNode)Pick(items))])
        : JsonValue.Create(Pick(items));

    private string Pick(params string[] items) => items[_random.Next(items.Length)];

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;
}
