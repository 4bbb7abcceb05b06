namespace OrgTrail.Trails;

/// <summary>What a field of an advanced event selector may be compared with (CloudTrail API reference, AdvancedFieldSelector).</summary>
/// <param name="Field">The field.</param>
internal sealed record FieldRule(string Field)
{
    /// <summary>The operators that are allowed; empty for all.</summary>
    public IReadOnlyList<string> Operators { get; init; } = [];

    /// <summary>The values that are allowed; empty for all.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether there is one value and no more.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Whether a selector cannot do without the field.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What is wrong with a condition on the field; it has at least one operator.</summary>
    public IEnumerable<string> Faults(AdvancedFieldSelector condition)
    {
        var strange = condition.Operators.Select(given => given.Name).Where(name => Operators.Count > 0 && !Operators.Contains(name)).ToArray();
        string[] values = [.. condition.Operators.SelectMany(given => given.Values)];
        if (strange.Length > 0)
            yield return $"{Field} has {string.Join(" and ", strange)}, and takes only {string.Join(" and ", Operators)}";
        if (Values.Count > 0 && values.Except(Values).ToArray() is { Length: > 0 } others)
            yield return $"{Field} has {string.Join(", ", others.Select(NamingRule.Quote))}, and takes only {string.Join(" and ", Values)}";
        if (IsSingle && values.Length > 1)
            yield return $"{Field} has {values.Length} values, and takes one; add a selector for each further one";
    }
}
