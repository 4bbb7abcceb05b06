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

    /// <summary>The statements that let CloudTrail in for this trail and for others, too: those that are written for CloudTrail alone.</summary>
    internal IReadOnlyList<PolicyFinding> OpenToOtherTrails(PolicyDocument policy) =>
    [
        .. from statement in policy.Statements
           where statement is { Allows: true, Principals.Except: false } && statement.Principals.Items.All(IsCloudTrail)
           let grants = GrantsOf(statement, policy.KnowsVariables)
           let own = Own(grants)
           where own.Length > 0
           let message = CallerMessage(own[0], grants)
           where message is not null
           select new PolicyFinding(statement.Index, statement.Sid, message),
    ];

    /// <summary>A request of the trail, made on behalf of another one.</summary>
    protected virtual ServiceRequest OnBehalfOf(TrailCaller other, ServiceRequest own) => own with { Context = other.Within(own.Context) };

    /// <summary>What is too wide beside the principal, the caller and the actions.</summary>
    protected abstract string? ScopeMessage(IReadOnlyList<ServiceRequest> own, Func<ServiceRequest, bool> grants);

    private IEnumerable<PolicyFinding> Find(Statement statement, bool knowsVariables)
    {
        var grants = GrantsOf(statement, knowsVariables);
        var own = Own(grants);
        string?[] messages = own.Length == 0
            ? []
            : [PrincipalMessage(statement), CallerMessage(own[0], grants), ActionMessage(statement), ScopeMessage(own, grants)];
        return messages.OfType<string>().Select(message => new PolicyFinding(statement.Index, statement.Sid, message));
    }

    private static Func<ServiceRequest, bool> GrantsOf(Statement statement, bool knowsVariables) =>
        request => StatementEvaluator.Evaluate(statement, request, knowsVariables).Applies == Truth.True;

    private ServiceRequest[] Own(Func<ServiceRequest, bool> grants) =>
        [.. calls.SelectMany(call => call.Requests).Select(request => request.Request).Where(grants)];

    private static bool IsCloudTrail(Principal principal) => principal is { Type: Principal.Service, Value: TrailCaller.Service };

    private static string? PrincipalMessage(Statement statement) => statement.Principals.Items.Any(PrincipalMatch.IsAnybody)
        ? $"the principal is everybody, not {TrailCaller.Service}; only conditions keep others out."
        : null;

    private string? CallerMessage(ServiceRequest own, Func<ServiceRequest, bool> grants)
    {
        bool GrantsTo(TrailCaller caller) => grants(OnBehalfOf(caller, own));
        // A statement may serve trails that nobody sees from here: named are all that are meant, not this one alone.
        var remedy = $"Require aws:SourceArn to be {Trail.Home}, and each other trail that lives on it.";
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
