using System.Text.Json.Nodes;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Merging;

/// <summary>Makes bucket policies of statements like ours, almost like ours, and quite unlike ours. The same seed makes the same ones.</summary>
internal sealed class PolicyGenerator(int seed)
{
    private static readonly string[] Arns =
    [
        Example.TrailArn,
        "arn:aws:cloudtrail:us-west-2:111111111111:trail/my-organization-trail",
        "arn:aws:cloudtrail:us-east-1:111111111111:trail/other-trail",
        "arn:aws:cloudtrail:us-east-1:222222222222:trail/my-organization-trail",
        "arn:aws:cloudtrail:*:111111111111:trail/*",
        "no arn",
    ];

    private static readonly string[] Resources =
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
    ];

    private static readonly string[] Actions = ["s3:GetBucketAcl", "s3:PutObject", "s3:putobject", "s3:GetObject", "s3:*", "s3:Put*"];
    private static readonly string[] Sids = ["AWSCloudTrailAclCheck20150319", "AWSCloudTrailWrite20150319", "AWSCloudTrailWrite201503192", "AWSCloudTrailOrganizationWrite20150319", "Mine"];
    private static readonly string[] Operators = ["StringEquals", "StringLike", "ArnLike", "ArnEquals", "StringNotEquals", "StringEqualsIfExists"];

    private readonly Random _random = new(seed);

    internal TrailDelivery Delivery() => Example.For(prefix: Chance(3) ? "audit" : null);

    internal string Policy()
    {
        var statements = Enumerable.Range(0, _random.Next(6)).Select(_ => Statement()).ToArray();
        var policy = new JsonObject { ["Version"] = Chance(4) ? "2008-10-17" : "2012-10-17", ["Custom"] = 1.5 };
        policy["Statement"] = statements is [var single] && Chance(2) ? single : (JsonNode)new JsonArray([.. statements]);
        return policy.ToJsonString();
    }

    private JsonObject Statement()
    {
        var statement = new JsonObject
        {
            ["Effect"] = Chance(6) ? "Deny" : "Allow",
            ["Principal"] = Principal(),
            [Chance(10) ? "NotAction" : "Action"] = OneOrMore(Actions),
            [Chance(10) ? "NotResource" : "Resource"] = OneOrMore(Resources),
        };
        if (Chance(2))
        {
            statement.Insert(_random.Next(4), "Sid", Pick(Sids));
        }

        if (!Chance(3))
        {
            statement["Condition"] = Condition();
        }

        if (Chance(4))
        {
            statement["Note"] = new JsonArray("kept", null, 1.25);
        }

        return statement;
    }

    private JsonNode Principal() => _random.Next(8) switch
    {
        0 => "*",
        1 => new JsonObject { ["AWS"] = "arn:aws:iam::333333333333:root" },
        2 => new JsonObject { ["Service"] = new JsonArray("config.amazonaws.com", "cloudtrail.amazonaws.com") },
        3 => new JsonObject { ["Service"] = new JsonArray("cloudtrail.amazonaws.com") },
        _ => new JsonObject { ["Service"] = "cloudtrail.amazonaws.com" },
    };

    private JsonObject Condition()
    {
        var condition = new JsonObject();
        if (!Chance(3))
        {
            condition[Pick(Operators)] = new JsonObject { ["aws:SourceArn"] = OneOrMore(Arns) };
        }

        if (Chance(2))
        {
            var equals = condition["StringEquals"] as JsonObject;
            condition["StringEquals"] = equals ??= [];
            equals["s3:x-amz-acl"] = "bucket-owner-full-control";
        }

        if (Chance(8))
        {
            condition["IpAddress"] = new JsonObject { ["aws:SourceIp"] = "203.0.113.0/24" };
        }

        return condition;
    }

    private JsonNode OneOrMore(string[] items) => Chance(3)
        ? new JsonArray([.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => (JsonNode)Pick(items))])
        : Pick(items);

    private string Pick(string[] items) => items[_random.Next(items.Length)];

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;
}
