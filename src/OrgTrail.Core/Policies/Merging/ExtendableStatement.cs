namespace OrgTrail.Policies;

/// <summary>
/// Recognises statements of a key or a topic that are of the kind which this module writes: they let in CloudTrail alone,
/// for its own actions and for named trails, under no foreign condition. Only such statements are ever extended by a trail.
/// </summary>
internal static class ExtendableStatement
{
    private static readonly string[] Actions =
        [KeyCalls.GenerateDataKey + "*", KeyCalls.GenerateDataKey, KeyCalls.DescribeKey, KeyCalls.DecryptData, "sns:Publish"];

    private static readonly string[] ConditionKeys = ["aws:SourceAccount", KeyCalls.TrailContext];

    /// <summary>The statements that would allow a call for the trail if they named it.</summary>
    internal static IEnumerable<Statement> Find(PolicyDocument policy, TrailGrant grant) =>
        policy.Statements.Where(statement => IsOwn(statement, grant) && grant.Call.Requests.All(request => Serves(statement, request.Request, policy.KnowsVariables)));

    private static bool IsOwn(Statement statement, TrailGrant grant) =>
        statement is { Allows: true, Principals: { Except: false, Items: [{ Type: Principal.Service, Value: TrailCaller.Service }] }, Actions.Except: false }
        && statement.Resources is { Except: false, Items: [var resource] }
        && (resource == grant.Resource || resource == grant.Call.Requests[0].Request.Resource.Literal)
        && statement.Actions.Items.All(action => Actions.Contains(action, StringComparer.OrdinalIgnoreCase))
        && SourceArns.AreExtendable(statement)
        && SourceArns.Of(statement).Count > 0;

    private static bool Serves(Statement statement, ServiceRequest request, bool knowsVariables)
    {
        var outcome = StatementEvaluator.Evaluate(statement, request, knowsVariables);
        return outcome is { Addresses: Truth.True, Reach: Coverage.All }
            && outcome.Conditions.Where(said => !SourceArns.IsMeantBy(said.Condition)).All(said =>
                said.Holds == Truth.True && ConditionKeys.Contains(said.Condition.Key, StringComparer.OrdinalIgnoreCase));
    }
}
