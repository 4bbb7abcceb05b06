namespace OrgTrail.Policies;

/// <summary>Why a condition keeps CloudTrail out.</summary>
internal static class ConditionMisfit
{
    internal static string Describe(ConditionOutcome outcome, ServiceRequest request)
    {
        var condition = outcome.Condition;
        if (outcome.Holds == Truth.Uncertain) return $"Whether its condition holds is uncertain: {outcome}.";
        if (condition.Comparison is not { Negated: false, Compare: not null } comparison || Actual(request, condition.Key) is not { } actual)
            return $"Its condition does not hold: {outcome}.";

        return Literally(condition, comparison, actual) ?? ByKey(condition, actual) ?? ByCase(condition, actual) ?? $"Its condition does not hold: {outcome}.";
    }

    // "*" and "?" are wildcards of StringLike and the operators of ARNs alone.
    private static string? Literally(Condition condition, ConditionOperator comparison, string actual) =>
        (comparison.Compare == Comparisons.Equal || comparison.Compare == Comparisons.EqualIgnoringCase)
        && condition.Values.FirstOrDefault(value => value.AsSpan().IndexOfAny('*', '?') >= 0) is { } pattern
            ? $"{condition.Operator} takes the wildcards of {condition.Key} '{pattern}' literally: use {(Is(condition, SourceArns.Key) ? "ArnLike or " : "")}StringLike.{Rest(condition, pattern, actual)}"
            : null;

    private static string Rest(Condition condition, string pattern, string actual) =>
        Glob.Parse(pattern).Matches(actual) ? "" : $" And {condition.Key} is '{actual}'.";

    private static string? ByKey(Condition condition, string actual) => condition switch
    {
        _ when Is(condition, SourceArns.Key) => SourceArnMisfit.Describe(condition, actual),
        _ when Is(condition, "aws:SourceAccount") => $"Its condition demands {condition.Key} {Listed(condition)}, and CloudTrail calls on behalf of {actual}, the management account, which owns the trail.",
        _ when Is(condition, "aws:SourceOrgID") => $"Its condition demands the organization {Listed(condition)}, and the trail's is {actual}.",
        _ when Is(condition, TrailGrant.CannedAclKey) => $"Its condition demands {condition.Key} {Listed(condition)}, and CloudTrail sends {actual}.",
        _ => null,
    };

    private static string? ByCase(Condition condition, string actual) =>
        condition.Values.Any(value => string.Equals(value, actual, StringComparison.OrdinalIgnoreCase))
            ? $"{condition.Operator} compares {condition.Key} {Listed(condition)} with '{actual}', and they differ in upper and lower case."
            : null;

    private static string? Actual(ServiceRequest request, string key) =>
        request.Context[key].Possibilities is [[{ Literal: { } literal }]] ? literal : null;

    private static string Listed(Condition condition) => string.Join(" or ", condition.Values.Select(value => $"'{value}'"));

    private static bool Is(Condition condition, string key) => string.Equals(condition.Key, key, StringComparison.OrdinalIgnoreCase);
}
