namespace OrgTrail.Policies;

/// <summary>A condition operator, taken apart. Names of operators are not case-sensitive.</summary>
/// <param name="Compare">The comparison, never the negated one; <see langword="null"/> for <c>Null</c>, which only asks whether the key is there.</param>
/// <param name="Negated">Whether the comparison must not hold.</param>
/// <param name="IfExists">Whether an absent key satisfies the condition.</param>
/// <param name="Set">How several values of the key are dealt with.</param>
internal sealed record ConditionOperator(Comparison? Compare, bool Negated, bool IfExists, SetQualifier Set)
{
    private const string IfExistsSuffix = "IfExists";
    private const string ForAnyValue = "ForAnyValue:";
    private const string ForAllValues = "ForAllValues:";

    private static readonly Dictionary<string, (Comparison? Compare, bool Negated)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StringEquals"] = (Comparisons.Equal, false),
        ["StringNotEquals"] = (Comparisons.Equal, true),
        ["StringEqualsIgnoreCase"] = (Comparisons.EqualIgnoringCase, false),
        ["StringNotEqualsIgnoreCase"] = (Comparisons.EqualIgnoringCase, true),
        ["StringLike"] = (Comparisons.Like, false),
        ["StringNotLike"] = (Comparisons.Like, true),
        ["ArnEquals"] = (Comparisons.ArnLike, false),
        ["ArnLike"] = (Comparisons.ArnLike, false),
        ["ArnNotEquals"] = (Comparisons.ArnLike, true),
        ["ArnNotLike"] = (Comparisons.ArnLike, true),
        ["NumericEquals"] = (Comparisons.Number(order => order == 0), false),
        ["NumericNotEquals"] = (Comparisons.Number(order => order == 0), true),
        ["NumericLessThan"] = (Comparisons.Number(order => order < 0), false),
        ["NumericLessThanEquals"] = (Comparisons.Number(order => order <= 0), false),
        ["NumericGreaterThan"] = (Comparisons.Number(order => order > 0), false),
        ["NumericGreaterThanEquals"] = (Comparisons.Number(order => order >= 0), false),
        ["DateEquals"] = (Comparisons.Date(order => order == 0), false),
        ["DateNotEquals"] = (Comparisons.Date(order => order == 0), true),
        ["DateLessThan"] = (Comparisons.Date(order => order < 0), false),
        ["DateLessThanEquals"] = (Comparisons.Date(order => order <= 0), false),
        ["DateGreaterThan"] = (Comparisons.Date(order => order > 0), false),
        ["DateGreaterThanEquals"] = (Comparisons.Date(order => order >= 0), false),
        ["Bool"] = (Comparisons.Bool, false),
        ["BinaryEquals"] = (Comparisons.Binary, false),
        ["IpAddress"] = (Comparisons.InAddressRange, false),
        ["NotIpAddress"] = (Comparisons.InAddressRange, true),
        ["Null"] = (null, false),
    };

    /// <summary>Takes an operator apart; <see langword="null"/> for one that IAM does not document.</summary>
    internal static ConditionOperator? Parse(string text)
    {
        var set = text switch
        {
            _ when text.StartsWith(ForAnyValue, StringComparison.OrdinalIgnoreCase) => SetQualifier.Any,
            _ when text.StartsWith(ForAllValues, StringComparison.OrdinalIgnoreCase) => SetQualifier.All,
            _ => SetQualifier.None,
        };
        var name = set == SetQualifier.None ? text : text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var ifExists = name.EndsWith(IfExistsSuffix, StringComparison.OrdinalIgnoreCase);
        name = ifExists ? name[..^IfExistsSuffix.Length] : name;
        return Known.TryGetValue(name, out var found) && !(found.Compare is null && (ifExists || set != SetQualifier.None))
            ? new ConditionOperator(found.Compare, found.Negated, ifExists, set)
            : null;
    }
}
