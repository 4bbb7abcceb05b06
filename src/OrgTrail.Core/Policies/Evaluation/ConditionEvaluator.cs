namespace OrgTrail.Policies;

/// <summary>Decides one condition for one request.</summary>
internal sealed class ConditionEvaluator(RequestContext context, PatternReader reader)
{
    internal ConditionOutcome Evaluate(Condition condition)
    {
        if (condition.Comparison is not { } comparison)
        {
            return new(condition, Truth.Uncertain, $"IAM documents no operator {condition.Operator}", false);
        }

        var known = context[condition.Key];
        if (known.IsMultivalued && comparison is { Set: SetQualifier.None, Compare: not null })
        {
            return new(condition, Truth.Uncertain, $"{condition.Key} is multivalued, and AWS does not document what a condition without ForAnyValue or ForAllValues makes of it", false);
        }

        var holds = Truths.Agreed(known.Possibilities.Select(values => Holds(comparison, values, condition.Values)));
        return new(condition, holds, Why(condition, comparison, known, holds), holds == Truth.False && known.NeverNamed);
    }

    private static string Why(Condition condition, ConditionOperator comparison, ContextValue known, Truth holds) =>
        holds == Truth.Uncertain && IsContradictory(comparison) && known.Possibilities is [null]
            ? $"{condition.Key} {known.Description}, and AWS's documentation contradicts itself on a negated ForAllValues over an absent key"
            : $"{condition.Key} {known.Description}";

    private Truth Holds(ConditionOperator comparison, IReadOnlyList<SymbolicText>? actual, IReadOnlyList<string> wanted) => comparison switch
    {
        { Compare: null } => Truths.Any(wanted.Select(value => IsNull(actual, value))),
        _ when actual is null => HoldsForAbsentKey(comparison),
        { Set: SetQualifier.All } => Truths.All(actual.Select(value => HoldsForOne(comparison, value, wanted))),
        _ => Truths.Any(actual.Select(value => HoldsForOne(comparison, value, wanted))),
    };

    // "If the policy condition requires that the key is not matched, and the key is not present, the condition is true"
    // (Condition operators). ForAnyValue: "if the key does not exist, the condition returns false"; ForAllValues: "true if
    // there are no keys in the request" (Single-valued vs. multivalued context keys).
    private static Truth HoldsForAbsentKey(ConditionOperator comparison) => comparison switch
    {
        { IfExists: true } => Truth.True,
        { Set: SetQualifier.Any } => Truth.False,
        { Set: SetQualifier.All } => IsContradictory(comparison) ? Truth.Uncertain : Truth.True,
        _ => Truths.Of(comparison.Negated),
    };

    // The page on operators shows ForAllValues:StringNotLike over an absent key as "No match", although the rule that
    // the same page and the page on multivalued keys state makes it a match.
    private static bool IsContradictory(ConditionOperator comparison) =>
        comparison is { Set: SetQualifier.All, Negated: true, IfExists: false };

    private static Truth IsNull(IReadOnlyList<SymbolicText>? actual, string wanted) =>
        bool.TryParse(wanted, out var absent) ? Truths.Of(absent == (actual is null)) : Truth.Uncertain;

    private Truth HoldsForOne(ConditionOperator comparison, SymbolicText actual, IReadOnlyList<string> wanted)
    {
        var any = Truths.Any(wanted.Select(value => comparison.Compare!(actual, value, reader)));
        return comparison.Negated ? Truths.Not(any) : any;
    }
}
