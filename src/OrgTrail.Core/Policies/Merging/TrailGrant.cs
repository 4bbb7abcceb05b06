using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>One of the three statements that let a trail's files into a bucket.</summary>
/// <param name="Call">The call that it allows.</param>
/// <param name="Sid">The id that AWS publishes for it.</param>
/// <param name="Action">Its action.</param>
/// <param name="Resource">Its resource.</param>
/// <param name="NeedsCannedAcl">Whether it demands that the bucket's owner gets full control of the objects.</param>
internal sealed record TrailGrant(string Call, string Sid, string Action, string Resource, bool NeedsCannedAcl)
{
    internal const string SourceArn = "aws:SourceArn";
    internal const string CannedAclKey = "s3:x-amz-acl";
    internal const string StringEquals = "StringEquals";

    /// <summary>The statements for a trail, in AWS's order. The second also serves when the trail turns into one of the management account only.</summary>
    internal static IReadOnlyList<TrailGrant> For(TrailDelivery delivery) =>
    [
        new(TrailCalls.AclCheck, "AWSCloudTrailAclCheck20150319", TrailCalls.GetBucketAcl, delivery.BucketArn, false),
        new(TrailCalls.ManagementWrite, "AWSCloudTrailWrite20150319", TrailCalls.PutObject, delivery.ManagementObjects, true),
        new(TrailCalls.OrganizationWrite, "AWSCloudTrailOrganizationWrite20150319", TrailCalls.PutObject, delivery.OrganizationObjects, true),
    ];

    /// <summary>The statement as JSON.</summary>
    /// <param name="sid">Its id, unique in the policy.</param>
    /// <param name="trailArn">The trail that it lets in.</param>
    internal JsonObject ToJson(string sid, string trailArn)
    {
        var condition = new JsonObject();
        if (NeedsCannedAcl)
        {
            condition[CannedAclKey] = TrailCalls.CannedAcl;
        }

        condition[SourceArn] = trailArn;
        return new JsonObject
        {
            [nameof(Sid)] = sid,
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["Service"] = TrailCaller.Service },
            [nameof(Action)] = Action,
            [nameof(Resource)] = Resource,
            ["Condition"] = new JsonObject { [StringEquals] = condition },
        };
    }
}
