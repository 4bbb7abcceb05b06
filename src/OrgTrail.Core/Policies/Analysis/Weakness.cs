namespace OrgTrail.Policies;

/// <summary>
/// Finds what an Allow statement grants beyond the trail, by asking it on behalf of trails and for objects that it should
/// not let in (CloudTrail user guide, "Cross-service confused deputy prevention").
/// </summary>
internal static class Weakness
{
    internal static IEnumerable<PolicyFinding> Find(Statement statement, TrailDelivery delivery, bool knowsVariables)
    {
        if (!statement.Allows)
        {
            return [];
        }

        bool Grants(ServiceRequest request) => StatementEvaluator.Evaluate(statement, request, knowsVariables).Applies == Truth.True;
        return Messages(statement, delivery, Grants).Select(message => new PolicyFinding(statement.Index, statement.Sid, message));
    }

    private static IEnumerable<string> Messages(Statement statement, TrailDelivery delivery, Func<ServiceRequest, bool> grants)
    {
        var own = TrailCalls.For(delivery, kmsKeyId: null, logFileValidation: true)
            .SelectMany(call => call.Requests)
            .Select(request => request.Request)
            .Where(grants)
            .ToArray();
        if (own.Length == 0)
        {
            yield break;
        }

        if (statement.Principals.Items.Any(PrincipalMatch.IsAnybody))
        {
            yield return $"the principal is everybody, not {TrailCaller.Service}; only conditions keep others out.";
        }

        foreach (var message in new[] { CallerMessage(own[0], delivery, grants), ActionMessage(statement), ResourceMessage(delivery, grants) })
        {
            if (message is not null)
            {
                yield return message;
            }
        }
    }

    private static string? CallerMessage(ServiceRequest own, TrailDelivery delivery, Func<ServiceRequest, bool> grants)
    {
        bool GrantsTo(TrailCaller caller)
        {
            var others = caller.Context();
            return grants(own with
            {
                Context = own.Context
                    .With("aws:SourceArn", others["aws:SourceArn"])
                    .With("aws:SourceAccount", others["aws:SourceAccount"])
                    .With("aws:SourceOrgID", others["aws:SourceOrgID"])
                    .With("aws:SourceOrgPaths", others["aws:SourceOrgPaths"]),
            });
        }

        var remedy = $"Require aws:SourceArn to be {delivery.Trail}.";
        return GrantsTo(TrailCaller.Stranger(delivery)) ? $"it lets in CloudTrail on behalf of any AWS account, also of strangers. {remedy}"
            : GrantsTo(TrailCaller.OtherAccount(delivery)) ? $"it lets in CloudTrail on behalf of every account of the organization. {remedy}"
            : GrantsTo(TrailCaller.OtherTrail(delivery)) ? $"it lets in every trail of account {delivery.ManagementAccountId}. {remedy}"
            : null;
    }

    private static string? ActionMessage(Statement statement)
    {
        var wide = statement.Actions.Items.Where(action => action.AsSpan().IndexOfAny('*', '?') >= 0).ToArray();
        return statement.Actions.Except ? $"NotAction allows more than {TrailCalls.GetBucketAcl} and {TrailCalls.PutObject}."
            : wide.Length > 0 ? $"the action {string.Join(", ", wide)} is wider than {TrailCalls.GetBucketAcl} or {TrailCalls.PutObject}."
            : null;
    }

    private static string? ResourceMessage(TrailDelivery delivery, Func<ServiceRequest, bool> grants)
    {
        bool GrantsKey(string folder) =>
            grants(TrailCalls.Put(folder + SymbolicText.Foreign + "/" + SymbolicText.Foreign, TrailCaller.Of(delivery), Encryption.S3Managed));

        return GrantsKey($"{delivery.BucketArn}/") ? "the resource is the whole bucket, not the trail's folders."
            : GrantsKey(delivery.LogsArn) ? "the resource covers the folders of all accounts and organizations under AWSLogs/."
            : null;
    }
}
