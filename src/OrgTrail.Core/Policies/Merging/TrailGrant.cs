using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>A statement that lets CloudTrail do one thing for a trail.</summary>
/// <param name="Call">The call that it allows.</param>
/// <param name="Sid">Its id, that which AWS publishes where there is one.</param>
/// <param name="Action">Its action.</param>
/// <param name="Resource">Its resource.</param>
/// <param name="Conditions">What it demands beside the trail.</param>
internal sealed record TrailGrant(TrailCall Call, string Sid, string Action, string Resource, params IReadOnlyList<Condition> Conditions)
{
    internal const string CannedAclKey = "s3:x-amz-acl";
    internal const string StringEquals = "StringEquals";
    internal const string StringLike = "StringLike";

    /// <summary>The resources of which a statement for it may name several.</summary>
    internal IReadOnlyList<string> Folders { get; private init; } = [];

    /// <summary>The statements of a bucket, in AWS's order. The second also serves when the trail turns into one of the management account only.</summary>
    internal static IReadOnlyList<TrailGrant> For(TrailDelivery delivery)
    {
        var calls = TrailCalls.For(delivery, kmsKeyId: null, logFileValidation: true);
        string[] folders = [delivery.ManagementObjects, delivery.OrganizationObjects];
        var ownersAcl = new Condition(StringEquals, CannedAclKey, [TrailCalls.CannedAcl]);
        return
        [
            new(calls[0], "AWSCloudTrailAclCheck20150319", TrailCalls.GetBucketAcl, delivery.BucketArn),
            new(calls[1], "AWSCloudTrailWrite20150319", TrailCalls.PutObject, delivery.ManagementObjects, ownersAcl) { Folders = folders },
            new(calls[2], "AWSCloudTrailOrganizationWrite20150319", TrailCalls.PutObject, delivery.OrganizationObjects, ownersAcl) { Folders = folders },
        ];
    }

    /// <summary>The statements of a key. In a key policy the resource <c>*</c> is the key itself (AWS KMS developer guide, "Key policies in AWS KMS").</summary>
    internal static IReadOnlyList<TrailGrant> For(TrailKeyUse use)
    {
        var calls = KeyCalls.For(use);
        return
        [
            new(calls[0], "AllowCloudTrailEncrypt", KeyCalls.GenerateDataKey + "*", "*", new Condition(StringLike, KeyCalls.TrailContext, [use.ContextPattern])),
            new(calls[1], "AllowCloudTrailDescribe", KeyCalls.DescribeKey, "*"),
            new(calls[2], "AllowCloudTrailDecrypt", KeyCalls.DecryptData, "*"),
        ];
    }

    /// <summary>The statement of a topic.</summary>
    internal static TrailGrant For(TrailTopicUse use) =>
        new(use.Call, "AWSCloudTrailSNSPolicy20131101", "SNS:Publish", use.TopicArn);

    /// <summary>The statement as JSON.</summary>
    /// <param name="sid">Its id, unique in the policy.</param>
    /// <param name="trailArn">The trail that it lets in.</param>
    internal JsonObject ToJson(string sid, string trailArn)
    {
        var conditions = Conditions.Append(new(StringEquals, SourceArns.Key, [trailArn])).OrderBy(condition => condition.Operator, StringComparer.Ordinal);
        return PolicyJson.Allow(sid, Principal.Service, [TrailCaller.Service], Action, Resource, conditions);
    }
}
