namespace OrgTrail.Policies;

/// <summary>One comparison of a statement's <c>Condition</c>. All of a statement's conditions must hold.</summary>
/// <param name="Operator">The operator as it is written, prefix and <c>IfExists</c> included.</param>
/// <param name="Key">The condition key as it is written.</param>
/// <param name="Values">The values to compare with; one of them suffices.</param>
internal sealed record Condition(string Operator, string Key, IReadOnlyList<string> Values)
{
    private const int MostShown = 3;

    /// <summary>The operator, taken apart; <see langword="null"/> for one that IAM does not document.</summary>
    internal ConditionOperator? Comparison { get; } = ConditionOperator.Parse(Operator);

    /// <summary>The condition on one line; long lists of values are cut.</summary>
    public override string ToString()
    {
        var shown = Values.Take(MostShown).Select(value => $"'{value}'");
        var rest = Values.Count > MostShown ? $" and {Values.Count - MostShown} more" : "";
        return $"{Operator} {Key} {string.Join(", ", shown)}{rest}";
    }
}
