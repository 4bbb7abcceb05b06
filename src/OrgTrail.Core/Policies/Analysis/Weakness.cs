namespace OrgTrail.Policies;

/// <summary>
/// Finds what an Allow statement grants beyond the trail, by asking it on behalf of trails and for objects that it should
/// not let in (CloudTrail user guide, "Cross-service confused deputy prevention").
/// </summary>
/// <param name="trail">The trail that the policy is for.</param>
/// <param name="calls">What the trail needs.</param>
/// <param name="actions">The actions that suffice for it, as they stand in the statements of AWS's guide.</param>
internal abstract class Weakness(TrailCaller trail, IReadOnlyList<TrailCall> calls, IReadOnlyList<string> actions)
{
    protected TrailCaller Trail { get; } = trail;

    internal IReadOnlyList<PolicyFinding> FindIn(PolicyDocument policy) =>
        [.. policy.Statements.Where(statement => statement.Allows).SelectMany(statement => Find(statement, policy.KnowsVariables))];

    /// <summary>A request of the trail, made on behalf of another one.</summary>
    protected virtual ServiceRequest OnBehalfOf(TrailCaller other, ServiceRequest own) => own with { Context = other.Within(own.Context) };

    /// <summary>What is too wide beside the principal, the caller and the actions.</summary>
    protected abstract string? ScopeMessage(IReadOnlyList<ServiceRequest> own, Func<ServiceRequest, bool> grants);

    private IEnumerable<PolicyFinding> Find(Statement statement, bool knowsVariables)
    {
        bool Grants(ServiceRequest request) => StatementEvaluator.Evaluate(statement, request, knowsVariables).Applies == Truth.True;
        var own = calls.SelectMany(call => call.Requests).Select(request => request.Request).Where(Grants).ToArray();
        string?[] messages = own.Length == 0
            ? []
            : [PrincipalMessage(statement), CallerMessage(own[0], Grants), ActionMessage(statement), ScopeMessage(own, Grants)];
        return messages.OfType<string>().Select(message => new PolicyFinding(statement.Index, statement.Sid, message));
    }

    private static string? PrincipalMessage(Statement statement) => statement.Principals.Items.Any(PrincipalMatch.IsAnybody)
        ? $"the principal is everybody, not {TrailCaller.Service}; only conditions keep others out."
        : null;

    private string? CallerMessage(ServiceRequest own, Func<ServiceRequest, bool> grants)
    {
        bool GrantsTo(TrailCaller caller) => grants(OnBehalfOf(caller, own));
        var remedy = $"Require aws:SourceArn to be {Trail.Home}.";
        return GrantsTo(Trail.Stranger) ? $"it lets in CloudTrail on behalf of any AWS account, also of strangers. {remedy}"
            : GrantsTo(Trail.OtherAccount) ? $"it lets in CloudTrail on behalf of every account of the organization. {remedy}"
            : GrantsTo(Trail.OtherTrail) ? $"it lets in every trail of account {Trail.Home.AccountId}. {remedy}"
            : null;
    }

    private string? ActionMessage(Statement statement)
    {
        var wide = statement.Actions.Items.Where(IsWide).ToArray();
        return statement.Actions.Except ? $"NotAction allows more than {Listed("and")}."
            : wide.Length > 0 ? $"the action {string.Join(", ", wide)} is wider than {Listed("or")}."
            : null;
    }

    private bool IsWide(string action) =>
        action.AsSpan().IndexOfAny('*', '?') >= 0 && !actions.Contains(action, StringComparer.OrdinalIgnoreCase);

    private string Listed(string last) => $"{string.Join(", ", actions.SkipLast(1))} {last} {actions[^1]}";
}
