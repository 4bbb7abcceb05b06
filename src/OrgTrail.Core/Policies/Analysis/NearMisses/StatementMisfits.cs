namespace OrgTrail.Policies;

/// <summary>All that keeps a statement from allowing a request.</summary>
internal sealed class StatementMisfits
{
    private readonly Misfit? _principal;
    private readonly Misfit? _action;
    private readonly Misfit? _resource;
    private readonly IReadOnlyList<Misfit> _conditions;

    private StatementMisfits(Statement statement, Misfit? principal, Misfit? action, Misfit? resource, IReadOnlyList<Misfit> conditions) =>
        (Statement, _principal, _action, _resource, _conditions) = (statement, principal, action, resource, conditions);

    internal Statement Statement { get; }

    /// <summary>How far the statement is off.</summary>
    internal int Distance => All.Sum(misfit => misfit.Distance);

    /// <summary>Whether the statement was meant for such a request: one for other callers, actions and resources was not.</summary>
    internal bool IsNear => IsOther(_action) ? _resource is null && !IsOther(_principal) : !IsOther(_principal) || _resource is not { Distance: > 1 };

    /// <summary>What does not fit, in sentences.</summary>
    internal string Reason => string.Join(" ", All.Select(misfit => misfit.Reason));

    private IEnumerable<Misfit> All => ((Misfit?[])[_principal, _action, _resource, .. _conditions]).OfType<Misfit>();

    internal static StatementMisfits Of(Statement statement, TrailRequest request, bool knowsVariables)
    {
        var asked = request.Request;
        var reader = new PatternReader(asked.Context, knowsVariables, statement.Patterns);
        var conditions = new ConditionEvaluator(asked.Context, reader);
        return new(
            statement,
            PrincipalMisfit.Of(statement, asked.ServicePrincipal),
            ActionMisfit.Of(statement, asked.Action),
            ResourceMisfit.Of(statement.Resources, request, reader),
            [
                .. statement.Conditions.Select(conditions.Evaluate)
                    .Where(outcome => outcome.Holds != Truth.True)
                    .Select(outcome => Misfit.Slip(ConditionMisfit.Describe(outcome, asked))),
            ]);
    }

    private static bool IsOther(Misfit? misfit) => misfit is { Distance: >= Misfit.Other };
}
