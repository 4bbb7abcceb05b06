using System.Text.Json.Nodes;

namespace OrgTrail.Policies;

/// <summary>
/// Recognises statements of the kind that this module writes: they let in CloudTrail alone, for its own actions and for
/// named trails, under no foreign condition. Only such statements are ever extended by a trail, and only where that
/// really lets the trail in.
/// </summary>
internal static class ExtendableStatement
{
    private static readonly string[] Actions =
    [
        TrailCalls.GetBucketAcl, TrailCalls.PutObject,
        KeyCalls.GenerateDataKey + "*", KeyCalls.GenerateDataKey, KeyCalls.DescribeKey, KeyCalls.DecryptData,
        TrailTopicUse.Publish,
    ];

    private static readonly string[] ConditionKeys = ["aws:SourceAccount", TrailGrant.CannedAclKey, KeyCalls.TrailContext];

    /// <summary>The statements that would allow a call for a trail if they named it.</summary>
    internal static IEnumerable<Statement> Find(PolicyDocument policy, TrailGrant grant, string trailArn) =>
        policy.Statements.Where(statement => IsOwn(statement, grant) && WouldServe(statement, grant, trailArn, policy.KnowsVariables));

    /// <summary>Whether a statement is of that kind, for the resources of a grant and perhaps for other trails.</summary>
    internal static bool IsOwn(Statement statement, TrailGrant grant) =>
        statement is { Allows: true, Principals: { Except: false, Items: [{ Type: Principal.Service, Value: TrailCaller.Service }] }, Actions.Except: false }
        && statement.Actions.Items.All(action => Actions.Contains(action, StringComparer.OrdinalIgnoreCase))
        && IsOwn(statement.Resources, grant)
        && SourceArns.AreExtendable(statement)
        && statement.Conditions.All(condition => SourceArns.IsMeantBy(condition) || ConditionKeys.Contains(condition.Key, StringComparer.OrdinalIgnoreCase));

    private static bool IsOwn(Selection<string> resources, TrailGrant grant) => !resources.Except && (resources.Items is [var only]
        ? only == grant.Resource || only == grant.Call.Requests[0].Request.Resource.Literal
        : resources.Items.All(grant.Folders.Contains));

    // Not by its looks: a condition on a key that the call does not have, such as an ACL where none is sent, never holds.
    private static bool WouldServe(Statement statement, TrailGrant grant, string trailArn, bool knowsVariables)
    {
        var tried = new Statement(statement.Index, (JsonObject)statement.Json.DeepClone());
        SourceArns.Admit(tried, trailArn, givesWay: _ => false);
        return grant.Call.Requests.All(request => StatementEvaluator.Evaluate(tried, request.Request, knowsVariables).Applies == Truth.True);
    }
}
