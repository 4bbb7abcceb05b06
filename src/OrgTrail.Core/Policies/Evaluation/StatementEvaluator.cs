namespace OrgTrail.Policies;

/// <summary>Says what a statement means for a request.</summary>
internal static class StatementEvaluator
{
    private const string ResourceDoubt = "whether its resource is meant cannot be told without the whole ARN";
    private const string VariableDoubt = "its resource has a policy variable whose value is not known";

    internal static StatementOutcome Evaluate(Statement statement, ServiceRequest request, bool knowsVariables)
    {
        var reader = new PatternReader(request.Context, knowsVariables, statement.Patterns);
        var (principal, principalDoubt) = PrincipalMatch.Of(statement, request.ServicePrincipal);
        var caller = Truths.All([principal, Truths.Of(MeansAction(statement, request.Action))]);
        var (reach, resourceDoubt) = caller == Truth.False ? (PatternCoverage.None, null) : Reach(statement.Resources, request, reader);
        var resource = reach == PatternCoverage.None ? Truth.False : resourceDoubt is null ? Truth.True : Truth.Uncertain;
        var addresses = Truths.All([caller, resource]);
        var evaluator = new ConditionEvaluator(request.Context, reader);
        return new StatementOutcome(
            statement,
            addresses,
            reach,
            addresses == Truth.False ? [] : [.. statement.Conditions.Select(evaluator.Evaluate)],
            principalDoubt ?? resourceDoubt);
    }

    /// <summary>Whether the action is meant. IAM user guide, "Action": not case-sensitive, with wildcards.</summary>
    internal static bool MeansAction(Statement statement, string action) =>
        statement.ActionPatterns.Any(pattern => pattern.Matches(action)) != statement.Actions.Except;

    /// <summary>Whether resources cover all that a request stands for; for one resource that is not known in full, whether they may.</summary>
    internal static bool Covers(Selection<string> resources, ServiceRequest request, PatternReader reader) =>
        Reach(resources, request, reader).Reach == PatternCoverage.All;

    // IAM user guide, "Resource": case-sensitive; a wildcard stands for slashes too, and at the end of a part of the ARN
    // reaches beyond the colon. A variable without a value matches no resource.
    private static (PatternCoverage Reach, string? Doubt) Reach(Selection<string> resources, ServiceRequest request, PatternReader reader)
    {
        var (reach, isGuessed) = Reach(resources, request.Resource, reader);
        return reach == PatternCoverage.Some && request.IsOneResource ? (PatternCoverage.All, ResourceDoubt) : (reach, isGuessed ? VariableDoubt : null);
    }

    private static (PatternCoverage Reach, bool Guessed) Reach(Selection<string> resources, SymbolicText resource, PatternReader reader)
    {
        var matches = resources.Items
            .Select(item => reader.Read(item, wildcards: true))
            .Select(pattern => (Match: pattern.Glob?.Match(resource) ?? Truth.False, pattern.Guessed))
            .Where(match => match.Match != Truth.False)
            .ToArray();

        // Sure patterns decide where they reach everything; a guess matters only where they do not.
        var sure = Truths.Any(matches.Where(match => !match.Guessed).Select(match => match.Match));
        var possible = Truths.Any(matches.Select(match => match.Match));
        var decisive = resources.Except ? Truths.Not(possible) : possible;
        var guessed = sure != Truth.True && matches.Any(match => match.Guessed);
        return guessed && resources.Except
            ? (ToCoverage(Truths.Not(sure)), true)
            : (ToCoverage(decisive), guessed);
    }

    private static PatternCoverage ToCoverage(Truth match) => match switch
    {
        Truth.True => PatternCoverage.All,
        Truth.False => PatternCoverage.None,
        _ => PatternCoverage.Some,
    };
}
