using System.Text.Json.Nodes;
using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies;

/// <summary>The organization, bucket and trail that the tests are about, and texts of policies.</summary>
internal static class Example
{
    internal const string Account = "111111111111";
    internal const string Organization = "o-exampleorgid";
    internal const string Bucket = "my-organization-bucket";
    internal const string BucketArn = "arn:aws:s3:::my-organization-bucket";
    internal const string Trail = "my-organization-trail";
    internal const string TrailArn = "arn:aws:cloudtrail:us-east-1:111111111111:trail/my-organization-trail";
    internal const string Key = "arn:aws:kms:us-east-1:111111111111:key/11111111-2222-3333-4444-555555555555";

    internal static TrailDelivery Delivery { get; } = For();

    internal static string Built { get; } = TrailBucketPolicy.Merge(null, Delivery).Policy;

    internal static TrailDelivery For(string trail = Trail, string? prefix = null, string region = "us-east-1", string organization = Organization, string account = Account) =>
        TrailDelivery.For(Bucket, prefix, organization, account, region, trail);

    /// <summary>The trail's use of the key.</summary>
    internal static TrailKeyUse KeyUse { get; } = UseOf();

    internal static TrailKeyUse UseOf(
        string trail = Trail, string? key = Key, string region = "us-east-1", string? organization = Organization, string account = Account, string? keyAccount = null) =>
        TrailKeyUse.For(account, region, trail, key, keyAccount, organization);

    /// <summary>A policy of the given statements, in which ' stands for ".</summary>
    internal static string Policy(params IEnumerable<string> statements) => PolicyOf("2012-10-17", statements);

    internal static string PolicyOf(string version, params IEnumerable<string> statements) =>
        $$"""{"Version":"{{version}}","Statement":[{{string.Join(",", statements.Select(Quoted))}}]}""";

    /// <summary>The policy that was built, with more statements behind its own.</summary>
    internal static string BuiltWith(params IEnumerable<string> statements)
    {
        var policy = JsonNode.Parse(Built)!;
        foreach (var statement in statements)
        {
            policy["Statement"]!.AsArray().Add(JsonNode.Parse(Quoted(statement)));
        }

        return policy.ToJsonString();
    }

    /// <summary>A Deny of every S3 action to everybody under a condition.</summary>
    internal static string Deny(string condition, string sid = "Guard") =>
        $$"""{'Sid':'{{sid}}','Effect':'Deny','Principal':'*','Action':'s3:*','Resource':['{{BucketArn}}','{{BucketArn}}/*'],'Condition':{{condition}}}""";

    internal static string Quoted(string text) => text.Replace('\'', '"');
}
