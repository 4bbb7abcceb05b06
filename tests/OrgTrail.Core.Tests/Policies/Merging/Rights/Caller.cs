using OrgTrail.Policies;

namespace OrgTrail.Core.Tests.Policies.Merging.Rights;

/// <summary>Somebody with a request: what our evaluator and an independent simulator are both asked, in the same words.</summary>
/// <param name="Name">Who it is, for messages.</param>
/// <param name="Principal">A service principal, the ARN of an IAM principal, or <see cref="Anonymous"/>.</param>
/// <param name="Action">The action.</param>
/// <param name="Resource">The ARN of the bucket or the object.</param>
/// <param name="Context">The condition keys of the request; all others are absent.</param>
internal sealed record Caller(string Name, string Principal, string Action, string Resource, IReadOnlyDictionary<string, string[]> Context)
{
    internal const string Anonymous = "anonymous";

    /// <summary>All keys that random policies speak of.</summary>
    internal static IReadOnlyList<string> Keys { get; } =
    [
        "aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalIsAWSService",
        "aws:PrincipalServiceName", "aws:SecureTransport", "aws:SourceIp", "aws:SourceVpce", "s3:x-amz-acl", "s3:x-amz-server-side-encryption", "s3:prefix",
    ];

    internal bool IsService => Principal.EndsWith(".amazonaws.com", StringComparison.Ordinal);

    /// <summary>What a policy says to the callers, by our evaluator: whether it allows and whether it denies.</summary>
    internal static IReadOnlyList<(Truth Allowed, Truth Denied)> Ask(string policy, IEnumerable<Caller> callers)
    {
        var written = PolicyDocument.Parse(policy);
        var rewritten = new Dictionary<string, PolicyDocument>();
        return [.. callers.Select(caller => caller.Ask(caller.IsService ? written : CallersAsServices.Rewritten(rewritten, policy, caller)))];
    }

    public override string ToString() => $"{Name}: {Action} {Resource}";

    private (Truth Allowed, Truth Denied) Ask(PolicyDocument policy)
    {
        var decision = PolicyEvaluator.Evaluate(policy, new(IsService ? Principal : CallersAsServices.Me, Action, Resource, Request()));
        return (decision.Allowed, decision.Denied);
    }

    private RequestContext Request() => Keys.Aggregate(RequestContext.Empty, (context, key) =>
        context.With(key, Context.TryGetValue(key, out var values) ? ContextValue.Known(values[0]) : ContextValue.Absent));
}
